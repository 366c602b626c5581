import Experiments

extension Panel {
  /// What is seen in the panel, for somebody who looks at it for the first time: signs and colours, a line each.
  var explanation: [String] {
    switch self {
    case .network:
      [
        "A column of boxes is a layer, a box a unit; a line is a weight.",
        "Thick and bright lines are large weights; blue is positive, orange negative.",
        "A box shows what the unit gives out for one sample, or its map of the inputs.",
        "While you step: what has been computed so far; on the way back δ and the blame w·δ.",
      ]
    case .loss:
      [
        "How wrong the network is, over the updates made: lower is better.",
        "One line for the samples learned from, one for those kept aside to test.",
        "A tick with words marks where a setting was changed.",
      ]
    case .map:
      [
        "Every place of the plane, coloured by what the network answers there.",
        "Marks are samples: filled ones are learned from, hollow ones test.",
        "With one input: the network's curve over the data. With many: which class is taken for which, or how",
        "far numbers are off; PgDn turns to the columns that matter, a map of two of them (arrows choose), and how answers depend on each.",
        "With a unit selected it is that unit's own map. A click looks at the nearest sample.",
      ]
    case .surface:
      [
        "Each place is a choice of two numbers for the weights, its colour the cost there.",
        "The ball is where the weights are now, its tail where they were.",
        "A ring is a known minimum, a cross a saddle; A and B are the ends of a barrier's line.",
        "The solid arrow points downhill, the dotted one is the optimizer's last step.",
      ]
    case .arithmetic:
      [
        "One unit in full: every input times its weight, the sum, the activation, δ and each gradient.",
        "Dots in place of a number: not computed yet. Question marks: covered until you press n.",
      ]
    case .health:
      [
        "Whether each layer learns: the size of its gradient, and of an update beside its weights.",
        "Dead units answer no sample; saturated ones stand at an end of their range.",
      ]
    case .settings: ["Everything that can be changed while it runs; ← → step, Enter types a value."]
    case .lesson: ["The step of the lesson: what to read, to guess, and what is going on."]
    }
  }

  /// The keys that matter most in the panel, as the table of keys writes them.
  var keys: [String] {
    switch self {
    case .network: ["↑ k", "← h", "Enter", "n", "b", "g", "N", "H", "a"]
    case .loss: ["← h", "y", "t", "Space"]
    case .map: ["N", "Space", "d", "H", "PgDn"]
    case .surface: ["x", "w", "f", "y", "↑ k", "Enter", "PgUp"]
    case .arithmetic: ["n", "b", "g", "p", "F", "↑ k", "← h", "Enter"]
    case .health: ["Space", "a"]
    case .settings: ["↑ k", "← h", "Enter"]
    case .lesson: ["]", "[", "↑ k", "Enter"]
    }
  }
}
