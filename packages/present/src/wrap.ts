const ESCAPE = String.fromCharCode(27);
const INVISIBLE = new RegExp(`${ESCAPE}\\[\\d+m`, "g");

/** Text broken at spaces into lines of at most `width` visible characters; further lines begin with `indent`. */
export function wrap(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && longer.replace(INVISIBLE, "").length > width) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = longer;
  }
  return [...lines, line].join("\n");
}
