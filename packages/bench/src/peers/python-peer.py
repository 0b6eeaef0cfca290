"""SymPy and Z3, asked over standard input, one JSON question a line; each is asked twice and the second run is timed."""
import json
import sys
import time


def sympy_solve(q):
    import sympy as s

    names = {n: s.Symbol(n, positive=True) for n in q["symbols"] + [q["unknown"]]}
    scope = dict(names, log=s.log, sqrt=s.sqrt, exp=s.exp, e=s.E, pi=s.pi)
    parse = lambda t: s.sympify(t.replace("^", "**"), locals=scope, rational=True)
    left, right, x = parse(q["left"]), parse(q["right"]), names[q["unknown"]]
    if s.simplify(left - right) == 0:
        return {"everywhere": True, "values": [[] for _ in q["samples"]], "raw": "identity"}
    found = s.solve(s.Eq(left, right), x)
    values = []
    for sample in q["samples"]:
        env = {names[k]: s.Rational(v) for k, v in sample["env"].items()}
        here = []
        for root in found:
            value = s.N(root.subs(env), 45)
            if value.is_real and value > 0:
                here.append(str(value))
        values.append(here)
    return {"values": values, "raw": str(found)[:300]}


def smt(text, names):
    import z3

    tree = compile(text.replace("^", "**"), "", "eval", flags=0x400)

    def build(node):
        import ast

        if isinstance(node, ast.Expression):
            return build(node.body)
        if isinstance(node, ast.BinOp):
            a, b = build(node.left), build(node.right)
            op = type(node.op).__name__
            if op == "Add":
                return a + b
            if op == "Sub":
                return a - b
            if op == "Mult":
                return a * b
            if op == "Div":
                return a / b
            if op == "Pow":
                return a**b
        if isinstance(node, ast.UnaryOp):
            return -build(node.operand)
        if isinstance(node, ast.Name):
            return names[node.id]
        if isinstance(node, ast.Constant):
            return z3.RealVal(str(node.value))
        if isinstance(node, ast.Call) and node.func.id == "sqrt":
            return build(node.args[0]) ** z3.Q(1, 2)
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            a, b, op = build(node.left), build(node.comparators[0]), type(node.ops[0]).__name__
            return {"Lt": a < b, "LtE": a <= b, "Gt": a > b, "GtE": a >= b, "Eq": a == b, "NotEq": a != b}[op]
        raise ValueError("outside z3")

    return build(tree)


def relation(text):
    import re

    return re.sub(r"(?<![<>=!])=(?!=)", "==", text)


def z3_judge(q):
    import z3

    names = {n: z3.Real(n) for n in q["symbols"]}
    base = [v > 0 for v in names.values()]
    base += [smt(relation(a), names) for a in q["assume"]]
    parts = [smt(relation(c), names) for c in q["claim"].split(" and ")]
    claim = z3.And(*parts)

    def possible(extra):
        solver = z3.Solver()
        solver.set("timeout", 10000)
        solver.add(*base, *extra)
        return str(solver.check())

    fails, holds = possible([z3.Not(claim)]), possible([claim])
    if "unknown" in (fails, holds):
        raise ValueError("unknown")
    verdict = {("unsat", "sat"): "proved", ("sat", "unsat"): "refuted", ("sat", "sat"): "independent"}.get((fails, holds), "vacuous")
    return {"verdict": verdict}


JOBS = {"sympy": sympy_solve, "z3-python": z3_judge}


def main():
    job = JOBS[sys.argv[1]]
    for line in sys.stdin:
        q = json.loads(line)
        try:
            job(q)
            start = time.perf_counter()
            reply = {"id": q["id"], "status": "answered", **job(q)}
        except Exception as problem:  # a peer may fail in any way; that counts as giving up
            reply = {"id": q["id"], "status": "gave up", "raw": f"{type(problem).__name__}: {problem}"[:200]}
            start = time.perf_counter()
        reply["ms"] = (time.perf_counter() - start) * 1000
        print(json.dumps(reply), flush=True)


main()
