extension Glossary {
  /// What is the program's own.
  static let screen: [Term] = [
    Term(
      "map", ["decision region", "decision border", "decision boundary", "class map"],
      "The network's answer at every place of the plane of its inputs, as colour. The border between classes is where two answers are equal.",
      lesson: "03-gates", of: .panel(.map)),
    Term(
      "arithmetic", ["sheet", "numbers of a unit"],
      "One unit in full: each input times its weight, the sum, the activation and its slope, δ, each gradient and the step.",
      lesson: "04-forward", of: .panel(.arithmetic)),
    Term(
      "hyper-parameter", ["hyperparameter", "settings", "setting"],
      "A number or choice that training does not change itself: learning rate, batch, layers, cost. You choose it, in panel 7.",
      of: .panel(.settings)),
    Term(
      "lesson", ["course", "step of a lesson"],
      "Steps that say, ask and let you try, in panel 8. ] goes on, [ goes back.", lesson: "01-neuron",
      of: .panel(.lesson)),
    Term(
      "loss curve", ["curve", "envelope"],
      "The cost over the updates made, for the training and the test part; a tick marks where something was changed.",
      lesson: "05-cost"),
    Term(
      "seed", ["random seed"], "The number that all chance comes from: the same seed gives the same run, bit for bit.",
      of: .setting("seed")),
    Term(
      "speed", ["updates a second"],
      "How many updates a second are made on the screen; without a screen as many as there can be.",
      of: .setting("speed")),
    Term("view", ["panel in front"], "The panel that a demo begins with.", of: .setting("view")),
    Term(
      "title", ["summary"], "What a demo is called, and what there is to be seen in it.", of: .setting("title"),
      .setting("summary")),
    Term(
      "history budget", ["history", "keyframe", "budget"],
      "What the past may take of the memory. Above it the past becomes sparser with its age; going back stays exact.",
      of: .setting("history.budget")),
    Term(
      "branch", ["timeline"],
      "A course that training took. A change made in the past begins another one, and both are kept (t)."),
    Term(
      "twin", ["what if"], "A second run that goes on without the change just made, so that both can be compared (v)."),
  ]
}
