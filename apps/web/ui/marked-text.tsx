import type { Nodes, Parents } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { mathFromMarkdown } from "mdast-util-math";
import { math } from "micromark-extension-math";
import type { ReactNode } from "react";
import { Maths } from "./maths.tsx";

/** Lists and quotations inside each other beyond this are shown as plain text. */
const DEEPEST = 6;

/** A text with Markdown in it, as elements; `RichText` loads this where it is needed. */
export function MarkedText({ text }: { readonly text: string }): ReactNode {
  const tree = fromMarkdown(text, { extensions: [math()], mdastExtensions: [mathFromMarkdown()] });
  return childrenOf(tree, text, 0);
}

function childrenOf(node: Parents, source: string, depth: number): ReactNode {
  return node.children.map((child) => (
    <Drawn key={child.position?.start.offset ?? 0} node={child} source={source} depth={depth + 1} />
  ));
}

/** One node of the text. */
function Drawn(props: { readonly node: Nodes; readonly source: string; readonly depth: number }): ReactNode {
  const { node, source, depth } = props;
  if (depth > DEEPEST && "children" in node) return written(node, source);
  switch (node.type) {
    case "text":
      return node.value;
    case "paragraph":
      return <p>{childrenOf(node, source, depth)}</p>;
    case "heading":
      return <p className="font-semibold">{childrenOf(node, source, depth)}</p>;
    case "strong":
      return <strong>{childrenOf(node, source, depth)}</strong>;
    case "emphasis":
      return <em>{childrenOf(node, source, depth)}</em>;
    case "inlineCode":
      return <code className="rounded bg-well px-1 text-[0.85em]">{node.value}</code>;
    case "code":
      return (
        <pre className="overflow-x-auto rounded-md bg-well p-2 text-xs">
          <code>{node.value}</code>
        </pre>
      );
    case "inlineMath":
      return <Maths tex={node.value} block={false} />;
    case "math":
      return <Maths tex={node.value} block />;
    case "blockquote":
      return (
        <blockquote className="border-rule border-s-2 ps-2.5 text-soft">
          {childrenOf(node, source, depth)}
        </blockquote>
      );
    case "list":
      return node.ordered === true ? (
        <ol className="list-decimal ps-5">{childrenOf(node, source, depth)}</ol>
      ) : (
        <ul className="list-disc ps-5">{childrenOf(node, source, depth)}</ul>
      );
    case "listItem":
      return <li>{childrenOf(node, source, depth)}</li>;
    case "link":
      return <Link url={node.url}>{childrenOf(node, source, depth)}</Link>;
    case "break":
      return <br />;
    case "thematicBreak":
      return <hr className="border-rule" />;
    default:
      return written(node, source);
  }
}

/** A link only to the web, in a window of its own that learns nothing of this one. */
function Link({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  if (!/^https?:\/\//i.test(url)) return children;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow ugc" className="underline" title={url}>
      {children}
    </a>
  );
}

/** A node as it was typed. */
const written = (node: Nodes, source: string): string =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
