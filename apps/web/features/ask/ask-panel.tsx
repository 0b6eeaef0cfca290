"use client";

import { ArrowUp } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";
import { AnswerCard } from "./answer-card.tsx";
import { Doubts } from "./doubts.tsx";

/** The line to ask in, ready questions as chips, and the answers, newest first. */
export function AskPanel() {
  const store = useWorkspaceStore();
  const questions = useWorkspace((workspace) => workspace.view.questions);
  const answers = useWorkspace((workspace) => workspace.answers);
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    store.ask(text.trim());
    setText("");
  };
  return (
    <section aria-labelledby="ask-heading" className="space-y-3">
      <div className="rounded-xl border border-rule bg-card px-4 py-3">
        <h2 id="ask-heading" className="label mb-2">
          Ask
        </h2>
        <form onSubmit={submit} className="flex items-center gap-2">
          <input
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-label="Your question"
            placeholder="who wins at g = 2"
            autoComplete="off"
            maxLength={4000}
            className="field min-w-0 flex-1"
          />
          <button type="submit" className="button button-full size-8 justify-center p-0" aria-label="Ask">
            <ArrowUp size={16} aria-hidden />
          </button>
        </form>
        <ul className="mt-2.5 flex flex-wrap gap-1.5">
          {questions.map((question) => (
            <li key={question}>
              <button
                type="button"
                onClick={() => store.ask(question)}
                className="min-h-6 rounded-full border border-rule bg-paper px-2.5 py-0.5 text-[0.8125rem] hover:border-edge"
              >
                {question}
              </button>
            </li>
          ))}
        </ul>
      </div>
      {answers.length === 0 && <Doubts />}
      <div aria-live="polite" className="space-y-3">
        {answers.map((one) => (
          <AnswerCard key={one.id} exchange={one} onForget={() => store.forget(one.id)} />
        ))}
      </div>
    </section>
  );
}
