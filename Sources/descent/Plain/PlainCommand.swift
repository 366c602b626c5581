import Datasets
import ErrorSurfaces
import Experiments
import Session
import Training

/// A line that somebody types where an experiment is told in lines.
enum PlainCommand: Equatable {
  case help, report, settings, weights, end
  case next, previous, again
  case train(Int, Stretch)
  case step(back: Bool, Granularity, times: Int)
  case go(toUpdate: Int)
  case restart(newWeights: Bool)
  case set(key: String, value: String)
  case show(key: String)
  case why(words: [String])
  case what(term: String)
  case sample(SampleChoice), rows, columns, classes, picture, health, times, curve
  case output(of: [Double])
  case unseal, check
  case settling(SettlingAction)
  case flip(unit: String)
  case walk(FogWalk.Direction, times: Int)
  case place(a: Float, b: Float)
  case slope, surface, race, fog, mark
  case twin, inputs, branches, notes
  case input(String)
  case layer(Int, String)
  case column(String, ColumnDecision)
  case branch(Int)

  /// What is decided of a column of a table; a role or a treatment of nil is what is guessed, or what holds for all columns.
  enum ColumnDecision: Equatable {
    case role(ColumnRole?)
    case missing(MissingPolicy?)
    case predict
  }

  /// How training is counted.
  enum Stretch: String, CaseIterable { case epochs, updates }

  /// Why a line is no command, in words.
  struct Refusal: Error, Equatable {
    let words: String
  }

  /// The commands with what they do, as `help` lists them.
  static let list: [(form: String, words: String)] = [
    ("next", "on in the lesson, as Enter does; previous: the step before; again: this step once more"),
    ("train 10", "train for ten epochs"), ("train 30 updates", "the same by updates"),
    ("step", "one update; step neuron, layer, sample, update or epoch; step 5 layer"),
    ("back", "take one back, as step"), ("go 40", "to the moment after update 40"),
    ("restart", "again from the same weights; new: from others"),
    ("report", "where it stands, and whether a lesson's goal is reached"),
    ("curve", "the costs on the way so far, and the lowest"),
    ("why h1", "the arithmetic of a unit; why h1 x2: of its weight; of a recurrent one at a step: why h1 3"),
    ("what softmax", "a word of the field, explained"), ("weights", "every weight and bias, or unit"),
    ("set optimizer.rate 0.3", "change a setting; set x1 -> h1 2, set bias of h1 0.5: a weight, a bias"),
    ("show optimizer.rate", "a setting; settings: all of them"),
    ("layer 2 relu", "the activation of one hidden layer; layer 2 5: its units"),
    ("input x1^2", "give the network an input, or take it away; inputs: which there are"),
    ("column Age category", "what a column is: number, category, out, guessed or predict; column Age missing fill"),
    ("twin", "what if: the next change runs beside, and report tells of both; again: no twin"),
    ("branches", "the courses that training took; branch 1: to the end of one"),
    ("sample next", "look at a sample: next, previous, worst, random, own or its row, such as sample 3"),
    ("rows", "the samples, and what is answered; columns: what is in a table"),
    ("try 1 0", "what is answered to inputs"),
    ("classes", "which class is taken for which"), ("health", "each layer: gradient, dead and saturated units"),
    ("picture", "a picture, or the units, in rows of signs"), ("times", "the steps of a sequence"),
    ("unseal", "open the sealed test part"), ("check", "compare the gradient with differences of the cost"),
    ("flip 1,2", "turn a unit over; disturb, cover, store, forget, heat"),
    ("trials", "settle a hundred times, and tell how often it succeeds"),
    ("walk left 3", "steps in fog: left, right, up, down; slope measures; step follows it"),
    ("place -1 0.5", "put ball or weights at a place of the surface; surface tells of it"),
    ("race", "six optimizers at once, or none; fog: sinks or lifts; mark: one end of a barrier"),
    ("notes", "the teacher's notes on a step of a lesson"), ("help", "this list"), ("quit", "the end"),
  ]

  private static let names = [
    "next", "previous", "again", "train", "step", "back", "go", "restart", "new", "report", "why", "what", "weights",
    "set", "show", "settings", "sample", "rows", "columns", "try", "classes", "health", "picture", "times", "curve",
    "unseal", "check", "flip", "disturb", "cover", "store", "forget", "heat", "trials", "walk", "slope", "place",
    "surface", "race", "fog", "mark", "twin", "inputs", "input", "layer", "column", "branches", "branch", "notes",
    "help",
    "quit",
  ]

  /// What makes no sense where lines are told, by what it may be called, with what there is in its place.
  static let screenOnly: [(words: [String], reason: String)] = [
    (
      ["panel", "panels", "zoom", "focus", "view", "spotlight", "scroll"],
      "there are no panels here: report, weights, why, rows, curve, surface, health and settings tell what they show"
    ),
    (
      ["theme", "glyphs", "colour", "color", "large", "mouse", "motion", "redraw", "maps", "mountain", "logarithm"],
      "lines have no look to change: picture and surface tell what is drawn"
    ),
    (["run", "pause", "faster", "slower"], "it trains when it is told to, and waits for a line: train 10, step"),
    (["predict", "guess"], "numbers are told when they are asked for alone: say yours before why h1"),
    (
      ["open", "gallery", "demo", "demos"],
      "another demo is opened by its own name: quit, then descent DEMO --plain; descent list names them"
    ),
    (["save"], "files are written by descent train SOURCE --save WEIGHTS --history COSTS, and descent render SOURCE"),
    (["class"], "answers are judged at once: nobody else reads along"),
    (["draw", "sketch"], "a picture is drawn by hand on a screen alone; sample and picture tell those that there are"),
    (["activations"], "their curves are drawn on a screen alone: what tanh tells of one, why h1 of a unit's own"),
  ]

  /// Whether a line that begins so is meant as a command.
  static func knows(_ name: String) -> Bool { names.contains(name) || ["?", "q", "exit"].contains(name) }

  /// What is said to a first word that is no command's.
  static func refusal(of name: String) -> Refusal {
    if let reason = screenOnly.first(where: { $0.words.contains(name.lowercased()) })?.reason {
      return Refusal(words: reason)
    }
    let hint = Names.nearest(to: name, among: names).map { "did you mean \($0)?" } ?? "help lists the commands"
    return Refusal(words: "there is no command “\(name.prefix(40))”; \(hint)")
  }
}
