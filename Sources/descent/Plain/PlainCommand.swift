import Datasets
import Experiments
import Training

/// A line that somebody types where an experiment is told in lines.
enum PlainCommand: Equatable {
  case help, report, settings, weights, end
  case train(epochs: Int)
  case step(back: Bool, Granularity, times: Int)
  case go(toUpdate: Int)
  case restart(newWeights: Bool)
  case set(key: String, value: String)
  case show(key: String)
  case why(unit: String, input: String?)
  case what(term: String)

  /// Why a line is no command, in words.
  struct Refusal: Error, Equatable {
    let words: String
  }

  /// The commands with what they do, as `help` lists them.
  static let list: [(form: String, words: String)] = [
    ("train 10", "train for ten epochs"),
    ("step", "one update; step neuron, layer, sample, update or epoch; step 5 layer"),
    ("back", "take one back, as step"), ("go 40", "to the moment after update 40"),
    ("why h1", "the arithmetic of a unit; why h1 x2: of its weight"),
    ("what softmax", "a word of the field, explained"), ("weights", "every weight and bias"),
    ("set optimizer.rate 0.3", "change a setting"), ("show optimizer.rate", "a setting; settings: all of them"),
    ("report", "where it stands"), ("restart", "again from the same weights; new: from others"),
    ("help", "this list"), ("quit", "the end"),
  ]

  static let names = [
    "train", "step", "back", "go", "why", "what", "weights", "set", "show", "settings", "report", "restart", "new",
    "help",
    "quit",
  ]

  /// Reads a line that is not blank.
  static func parse(_ line: String) -> Result<PlainCommand, Refusal> {
    Result { () throws(Refusal) in try read(line.split(whereSeparator: \.isWhitespace).map(String.init)) }
  }

  private static func read(_ words: [String]) throws(Refusal) -> PlainCommand {
    let (name, rest) = (words[0].lowercased(), Array(words.dropFirst()))
    switch name {
    case "help", "?": return .help
    case "report": return .report
    case "settings": return .settings
    case "weights": return .weights
    case "quit", "exit", "q": return .end
    case "restart": return .restart(newWeights: false)
    case "new": return .restart(newWeights: true)
    case "train": return .train(epochs: try count(rest.first, else: 10, of: "epochs"))
    case "go": return .go(toUpdate: try count(rest.first, else: nil, of: "updates", from: 0))
    case "step", "back":
      let kind = rest.first { Int($0) == nil }
      let granularity = kind.map { Granularity(rawValue: $0.lowercased()) } ?? .update
      guard let granularity else {
        throw Refusal(words: "there is no step “\(kind ?? "")”: neuron, layer, sample, update or epoch")
      }
      return .step(
        back: name == "back", granularity, times: try count(rest.first { Int($0) != nil }, else: 1, of: "steps"))
    case "set":
      // Both `set KEY VALUE` and `set KEY=VALUE`, as on the command line.
      let parts = rest.joined(separator: " ").split(maxSplits: 1) { $0 == " " || $0 == "=" }
      guard parts.count == 2 else { throw Refusal(words: "set takes a setting and its value: set optimizer.rate 0.3") }
      return .set(key: String(parts[0]), value: String(parts[1]))
    case "show":
      guard let key = rest.first else { throw Refusal(words: "show takes a setting: show optimizer.rate") }
      return .show(key: key)
    case "why":
      guard let unit = rest.first else { throw Refusal(words: "why takes a unit: why h1") }
      return .why(unit: unit, input: rest.dropFirst().first)
    case "what":
      guard !rest.isEmpty else { throw Refusal(words: "what takes a word: what softmax") }
      return .what(term: rest.joined(separator: " "))
    default:
      let hint = Names.nearest(to: name, among: names).map { "did you mean \($0)?" } ?? "help lists the commands"
      throw Refusal(words: "there is no command “\(words[0].prefix(40))”; \(hint)")
    }
  }

  private static func count(_ text: String?, else fallback: Int?, of what: String, from least: Int = 1) throws(Refusal)
    -> Int
  {
    guard let text else {
      if let fallback { return fallback }
      throw Refusal(words: "how many \(what)? A whole number")
    }
    guard let count = Int(text), (least...1_000_000_000).contains(count) else {
      throw Refusal(words: "“\(text.prefix(40))” is no number of \(what): \(least) and up")
    }
    return count
  }
}
