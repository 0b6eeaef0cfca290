"""Maxima, asked over standard input, one JSON question a line; one Maxima process answers all, the second time counts."""
import json
import re
import subprocess
import sys
import time

MARK = "CRUXDONE"


class Maxima:
    def __init__(self):
        self.process = subprocess.Popen(
            ["maxima", "--very-quiet", "--disable-readline"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.ask("display2d:false$ linel:100000$ fpprec:50$ algexact:false$")

    def ask(self, text):
        self.process.stdin.write(f'{text}\nprint("{MARK}")$\n')
        self.process.stdin.flush()
        lines = []
        while True:
            line = self.process.stdout.readline()
            if line == "":
                raise RuntimeError("maxima ended")
            if MARK in line:
                return "\n".join(lines)
            if re.search(r"positive, negative|zero or nonzero|an integer", line):
                self.process.stdin.write("positive;\n")
                self.process.stdin.flush()
            lines.append(line.strip())


maxima = Maxima()


def solve(q):
    positive = " ".join(f"assume({name}>0)$" for name in q["symbols"] + [q["unknown"]])
    maxima.ask(f"kill(all)$ display2d:false$ linel:100000$ fpprec:50$ {positive}")
    left, right = (re.sub(r"\bpi\b", "%pi", q[side]) for side in ("left", "right"))
    start = time.perf_counter()
    out = maxima.ask(f"found:solve({left}={right},{q['unknown']})$ print(found)$")
    ms = (time.perf_counter() - start) * 1000
    if re.search(r"incorrect syntax|error", out):
        raise ValueError(out[:150])
    if "all" in out:
        return ms, {"everywhere": True, "values": [[] for _ in q["samples"]]}
    values = []
    for sample in q["samples"]:
        env = ",".join(f"{name}={value}" for name, value in sample["env"].items())
        env = f",{env}" if env else ""
        text = maxima.ask(f"print(map(lambda([s],bfloat(rectform(bfloat(subst([{env[1:]}],rhs(s)))))),found))$")
        if q["unknown"] in re.sub(r"bfloat|rectform", "", out.split("=", 1)[-1].replace(f"{q['unknown']} =", "")) and f"{q['unknown']}=" not in out.replace(" ", ""):
            raise ValueError("implicit")
        here = []
        for item in re.findall(r"[^,\[\]]+", text):
            item = item.strip()
            if not item:
                continue
            if "%i" in item:
                continue
            number = re.fullmatch(r"(-?\d+\.\d+)b(-?\d+)", item.replace(" ", ""))
            if number is None:
                raise ValueError(f"not a number: {item[:80]}")
            if not number.group(1).startswith("-"):
                here.append(f"{number.group(1)}e{number.group(2)}")
        values.append(here)
    return ms, {"values": values, "raw": out[:300]}


for line in sys.stdin:
    q = json.loads(line)
    try:
        solve(q)
        ms, reply = solve(q)
        reply = {"id": q["id"], "status": "answered", "ms": ms, **reply}
    except Exception as problem:  # a peer may fail in any way; that counts as giving up
        reply = {"id": q["id"], "status": "gave up", "ms": 0, "raw": f"{type(problem).__name__}: {problem}"[:200]}
    print(json.dumps(reply), flush=True)
