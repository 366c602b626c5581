import Datasets
import ErrorSurfaces
import Experiments
import Session
import Training

extension PlainCommand {
  /// Reads a line that is not blank.
  static func parse(_ line: String) -> Result<PlainCommand, Refusal> {
    Result { () throws(Refusal) in
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      let (name, rest) = (words[0].lowercased(), Array(words.dropFirst()))
      if let command = single(name) { return command }
      if let command = try read(name, rest) { return command }
      if let command = try feedback(name, rest) { return command }
      if let command = try change(name, rest) { return command }
      throw refusal(of: words[0])
    }
  }

  /// A command of one word.
  private static func single(_ name: String) -> PlainCommand? {
    switch name {
    case "help", "?": .help
    case "report": .report
    case "settings": .settings
    case "weights": .weights
    case "quit", "exit", "q": .end
    case "next": .next
    case "previous": .previous
    case "again": .again
    case "restart": .restart(newWeights: false)
    case "new": .restart(newWeights: true)
    case "rows": .rows
    case "columns": .columns
    case "classes": .classes
    case "picture": .picture
    case "health": .health
    case "times": .times
    case "curve": .curve
    case "unseal": .unseal
    case "check": .check
    case "slope": .slope
    case "surface": .surface
    case "race": .race
    case "fog": .fog
    case "mark": .mark
    case "twin": .twin
    case "inputs": .inputs
    case "branches": .branches
    case "notes": .notes
    case "disturb": .settling(.disturb)
    case "cover": .settling(.cover)
    case "store": .settling(.store)
    case "forget": .settling(.forget)
    case "heat": .settling(.heat)
    case "trials": .settling(.tryManyTimes)
    default: nil
    }
  }

  /// A command with something behind it.
  private static func read(_ name: String, _ rest: [String]) throws(Refusal) -> PlainCommand? {
    switch name {
    case "train": return try training(rest)
    case "go": return .go(toUpdate: try count(rest.first, else: nil, of: "updates", from: 0))
    case "step", "back": return try stepping(back: name == "back", rest)
    case "set":
      // Both `set KEY VALUE` and `set KEY=VALUE`, as on the command line.
      let parts = rest.joined(separator: " ").split(maxSplits: 1) { $0 == " " || $0 == "=" }
      guard parts.count == 2 else { throw Refusal(words: "set takes a setting and its value: set optimizer.rate 0.3") }
      return .set(key: String(parts[0]), value: String(parts[1]))
    case "show":
      guard let key = rest.first else { throw Refusal(words: "show takes a setting: show optimizer.rate") }
      return .show(key: key)
    case "why":
      guard !rest.isEmpty else { throw Refusal(words: "why takes a unit: why h1") }
      return .why(words: rest)
    case "what":
      guard !rest.isEmpty else { throw Refusal(words: "what takes a word: what softmax") }
      return .what(term: rest.joined(separator: " "))
    case "sample": return .sample(try choice(rest.first))
    case "try": return .output(of: try numbers(rest, "try takes the inputs: try 1 0"))
    default: return nil
    }
  }

  /// A command for a network that settles, or a surface.
  private static func feedback(_ name: String, _ rest: [String]) throws(Refusal) -> PlainCommand? {
    switch name {
    case "flip":
      guard !rest.isEmpty else { throw Refusal(words: "flip takes a unit: flip 1,2; weights lists them") }
      return .flip(unit: rest.joined(separator: " "))
    case "walk":
      let ways: [String: FogWalk.Direction] = ["left": .left, "right": .right, "up": .up, "down": .down]
      guard let way = rest.first.flatMap({ ways[$0.lowercased()] }) else {
        throw Refusal(words: "walk takes left, right, up or down, and how many steps: walk left 3")
      }
      return .walk(way, times: try count(rest.dropFirst().first, else: 1, of: "steps"))
    case "place":
      let words = "place takes two numbers: place -1 0.5"
      let place = try numbers(rest, words)
      guard place.count == 2 else { throw Refusal(words: words) }
      return .place(a: Float(place[0]), b: Float(place[1]))
    default: return nil
    }
  }

  /// A change of a part: a layer, an input, a column, the branch.
  private static func change(_ name: String, _ rest: [String]) throws(Refusal) -> PlainCommand? {
    switch name {
    case "layer":
      guard rest.count == 2, let layer = Int(rest[0]), layer > 0 else {
        throw Refusal(words: "layer takes a hidden layer, from 1, and its activation or units: layer 2 relu")
      }
      return .layer(layer, rest[1])
    case "input":
      guard !rest.isEmpty else { throw Refusal(words: "input takes an input: input x1^2; inputs lists them") }
      return .input(rest.joined(separator: " "))
    case "column":
      let words = "column takes a column and number, category, out, guessed, predict or missing: column Age category"
      guard rest.count > 1, let decision = decision(rest.last!, isMissing: rest.dropLast().last == "missing") else {
        throw Refusal(words: words)
      }
      var isMissing = false
      if case .missing = decision { isMissing = true }
      let column = rest.dropLast(isMissing ? 2 : 1).joined(separator: " ")
      guard !column.isEmpty else { throw Refusal(words: words) }
      return .column(column, decision)
    case "branch": return .branch(try count(rest.first, else: nil, of: "a branch", from: 0))
    default: return nil
    }
  }

  private static func decision(_ word: String, isMissing: Bool) -> ColumnDecision? {
    let word = word.lowercased()
    if isMissing {
      return word == "guessed" ? .missing(nil) : MissingPolicy(rawValue: word).map { .missing($0) }
    }
    if word == "predict" || word == "guessed" { return word == "predict" ? .predict : .role(nil) }
    return ColumnRole.choices.first { $0.rawValue == word }.map { .role($0) }
  }

  // MARK: What stands behind a command

  private static func training(_ rest: [String]) throws(Refusal) -> PlainCommand {
    let kind = rest.first { Int($0) == nil }?.lowercased()
    let stretch: Stretch? =
      switch kind {
      case nil, "epochs", "epoch", "sweeps", "sweep": .epochs
      case "updates", "update", "steps", "step": .updates
      default: nil
      }
    guard let stretch else {
      throw Refusal(words: "“\(kind!.prefix(40))” is no number of epochs: train 10, train 30 updates")
    }
    return .train(try count(rest.first { Int($0) != nil }, else: 10, of: stretch.rawValue), stretch)
  }

  private static func stepping(back: Bool, _ rest: [String]) throws(Refusal) -> PlainCommand {
    let kind = rest.first { Int($0) == nil }
    guard let granularity = kind.map({ Granularity(rawValue: $0.lowercased()) }) ?? .update else {
      throw Refusal(words: "there is no step “\(kind?.prefix(40) ?? "")”: neuron, layer, sample, update or epoch")
    }
    return .step(back: back, granularity, times: try count(rest.first { Int($0) != nil }, else: 1, of: "steps"))
  }

  private static func choice(_ word: String?) throws(Refusal) -> SampleChoice {
    switch word?.lowercased() {
    case "next", nil: return .next
    case "previous": return .previous
    case "worst": return .worst
    case "random": return .random
    case "own": return .none
    case let word?: return .row(try count(word, else: nil, of: "a row", from: 0))
    }
  }

  private static func numbers(_ words: [String], _ refusal: String) throws(Refusal) -> [Double] {
    let numbers = words.compactMap { Numeral.digits($0).flatMap(Double.init) }
    guard !words.isEmpty, numbers.count == words.count else { throw Refusal(words: refusal) }
    return numbers
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
