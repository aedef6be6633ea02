import sys, tempfile, importlib, time
from pathlib import Path
from tests.hostile.running import run
mod = importlib.import_module('tests.hostile.'+sys.argv[1])
want = sys.argv[2:] 
for h in mod.files():
    if want and not any(w in h.name for w in want): continue
    with tempfile.TemporaryDirectory() as t:
        try: e = run(h, Path(t))
        except OSError as x: print('SKIP', h.name, x); continue
    bad=[]
    if e.code!=h.code: bad.append(f'code {e.code} not {h.code}')
    bad += [f'not said {s!r}' for s in h.says if s not in e.said]
    bad += [f'said {s!r}' for s in h.never if s in e.said]
    if 'Traceback' in e.said: bad.append('TRACEBACK')
    if e.overran or e.seconds>10: bad.append('SLOW')
    if e.bytes>500e6: bad.append('MEMORY')
    print(f"{'BAD ' if bad else 'ok  '} {h.name:40} {e.seconds:5.1f}s {e.bytes/1e6:5.0f}MB", '; '.join(bad))
    if bad or '-v' in sys.argv: print('      |', e.said.strip()[:700].replace('\n','\n      | '), '\n      |', e.said.strip()[-200:] if len(e.said)>700 else '')
