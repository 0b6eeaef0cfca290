/** A scenario of 60 terms and 6 programs of 20 terms each; every change of term 0 moves a flip. */
export function sixtyTerms(): unknown {
  const terms = Array.from({ length: 60 }, (_, at) => ({
    id: `k${at}`,
    label: `term ${at}`,
    c: String(10 + ((at * 7) % 23)),
    t: String(5 + ((at * 11) % 17)),
  }));
  const programs = Array.from({ length: 6 }, (_, program) => {
    const own = terms.filter((_, at) => (at * 5 + program * 7) % 60 < 20 || (program === 0 && at === 0));
    const sum = (axis: string) => own.map((term) => `${axis}(${term.id})`).join(" + ");
    return {
      id: `p${program}`,
      name: `Program ${program}`,
      c: `${sum("c")} + ${(5 - program) * 90}`,
      t: `${sum("t")} + ${program * program * 60}`,
    };
  });
  return { format: "crux/scenario", version: 1, title: "Sixty terms", terms, programs };
}
