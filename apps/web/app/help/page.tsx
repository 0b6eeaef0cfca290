import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { SiteBar } from "../../features/site/site-bar.tsx";
import { themeOf } from "../../ui/theme.ts";

export const metadata: Metadata = { title: "Help · Crux" };

const WORDS: readonly (readonly [string, string])[] = [
  ["program", "One of the things that compete, for instance an honest or a deceptive way to do a task."],
  ["term", "A part that programs are made of. It has a complexity c and a time t."],
  ["complexity, c", "What it takes to store something. Less is better."],
  ["time, t", "What it takes to run something. Less is better."],
  ["g", "The price of complexity: how much time one unit of complexity is worth, from 0 to infinity."],
  ["score", "g × complexity + time. The program with the lowest score wins."],
  ["flip, or threshold", "A g at which another program begins to win. It is exact: 19/8, not 2.37."],
  ["tie", "Two programs with the same score."],
  ["cancels", "Both sides of a flip pay this cost, so changing it moves nothing."],
  ["assumption", "A comparison that proofs may use while it is held."],
  ["unknown", "A cost that is left empty. Answers then say what they depend on."],
  ["undecided", "Not proved and not refuted. Crux says so rather than guess."],
];

const KEYS: readonly (readonly [string, string])[] = [
  ["Ctrl or Cmd + Z", "undo your own last change; with Shift, redo"],
  ["↑ ↓", "one more or less in a number; with Shift, ten"],
  ["← →", "move g on the strip or the map; Page keys move it further, Home and End to the ends"],
  ["Enter, Escape", "leave a field; Escape also closes dialogs and stops following"],
  ["Tab", "reaches everything on the page, in order"],
];

/** The words and keys of Crux. */
export default async function HelpPage() {
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <>
      <SiteBar theme={theme} />
      <main className="mx-auto max-w-[46rem] px-4 pb-16 sm:px-6">
        <h1 className="mt-6 font-semibold font-serif text-3xl tracking-tight">Help</h1>
        <p className="mt-2 text-pretty font-serif text-lg leading-relaxed">
          A room holds one model that everybody in it works on at once. The strip on top shows who wins at
          which g, and it moves while people type. What you type is saved when the bar says so; without a
          connection it is kept on your device and sent later.
        </p>
        <Section title="What you can do in a room" id="modes">
          <dl className="space-y-2">
            <Entry term="Edit" text="Changes reach everybody. For moderators and debaters." />
            <Entry term="View" text="Look, without a slip of the hand." />
            <Entry
              term="Room, Mine, Someone's"
              text="Whose values you see. Mine are seen by nobody else until you publish them."
            />
            <Entry
              term="Me"
              text="Your g and your credences, and everybody's; hidden until the moderator opens them all at once."
            />
            <Entry term="A face in the bar" text="Click it to follow that person; Escape stops it." />
            <Entry
              term="Share"
              text="The code, the link and a picture of it; a moderator rules over roles there."
            />
          </dl>
        </Section>
        <Section title="What the debate does" id="debate">
          <dl className="space-y-2">
            <Entry
              term="I doubt this"
              text="Beside every cost, program and flip: say what is wrong with it, and what it would be instead."
            />
            <Entry
              term="The dark badge"
              text="What an objection does to the flips, on top of what it answers. Press its reading to try it on the strip; only you see that."
            />
            <Entry
              term="Reply"
              text="Answers with words or with a patch of your own, which builds on the one above it."
            />
            <Entry
              term="The three dots"
              text="Who may, merges an objection into the model, concedes, leaves it out with a reason, or opens it again."
            />
            <Entry
              term="The crossed eye"
              text="For moderators: hides what somebody wrote. Its place and the reason stay, everybody reads who did it, and it can be shown again."
            />
            <Entry
              term="What would flip the winner?"
              text="The smallest sets of open objections that together change who wins at your g."
            />
            <Entry
              term="About the model's reach"
              text="Objections that no number can answer. Say how likely each applies."
            />
          </dl>
        </Section>
        <Section title="Words" id="words">
          <dl className="space-y-2">
            {WORDS.map(([term, text]) => (
              <Entry key={term} term={term} text={text} />
            ))}
          </dl>
        </Section>
        <Section title="Keys" id="keys">
          <dl className="space-y-2">
            {KEYS.map(([term, text]) => (
              <Entry key={term} term={term} text={text} />
            ))}
          </dl>
        </Section>
        <p className="mt-8 text-soft">
          For programs there is an{" "}
          <Link href="/docs/api" className="text-ink underline underline-offset-2">
            HTTP API
          </Link>
          .
        </p>
      </main>
    </>
  );
}

function Section(props: { readonly title: string; readonly id: string; readonly children: React.ReactNode }) {
  return (
    <section aria-labelledby={props.id} className="mt-8">
      <h2 id={props.id} className="font-semibold font-serif text-xl">
        {props.title}
      </h2>
      <div className="mt-3">{props.children}</div>
    </section>
  );
}

function Entry({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <div className="grid gap-x-6 sm:grid-cols-[11rem_1fr]">
      <dt className="font-semibold">{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}
