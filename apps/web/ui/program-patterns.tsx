const LINES: Readonly<Record<string, readonly string[]>> = {
  rising: ["M-2 12L12 -2"],
  falling: ["M-2 -2L12 12"],
  cross: ["M-2 12L12 -2", "M-2 -2L12 12"],
  level: ["M0 5H10"],
  upright: ["M5 0V10"],
};

/** The patterns of programs for shapes in a picture, as `PREFIX-NAME`: the same as on the strip. */
export function ProgramPatterns({ prefix }: { readonly prefix: string }) {
  return (
    <defs>
      {Object.entries(LINES).map(([name, lines]) => (
        <pattern key={name} id={`${prefix}-${name}`} width={10} height={10} patternUnits="userSpaceOnUse">
          {lines.map((d) => (
            <path key={d} d={d} stroke="#ffffff" strokeOpacity={0.18} strokeWidth={2} />
          ))}
        </pattern>
      ))}
      <pattern id={`${prefix}-dots`} width={10} height={10} patternUnits="userSpaceOnUse">
        <circle cx={5} cy={5} r={1.7} fill="#ffffff" fillOpacity={0.2} />
      </pattern>
      <pattern id={`${prefix}-checks`} width={12} height={12} patternUnits="userSpaceOnUse">
        <path d="M0 0h6v6h-6zM6 6h6v6h-6z" fill="#ffffff" fillOpacity={0.15} />
      </pattern>
      <pattern id={`${prefix}-plain`} width={10} height={10} patternUnits="userSpaceOnUse" />
    </defs>
  );
}
