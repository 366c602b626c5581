import Curses
import Experiments
import Plots
import Visualizer

let terminal = try Terminal()
let state = State(
  width: terminal.size.width, height: terminal.size.height,
  theme: Theme(name: .dark, depth: terminal.depth, glyphs: terminal.glyphs), demos: [])
var loop = EventLoop(state: state, terminal: terminal)
loop.perform(.opened(Experiment.sample, try Experiment.sample.recipe.load()))
let status = loop.run()
terminal.restore()
print(status)
