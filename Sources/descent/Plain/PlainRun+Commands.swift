import Datasets
import Experiments
import NeuralNetwork
import Plots
import Session
import Training
import Visualizer

/// What a person types between the lines.
extension PlainRun {
  /// Obeys line after line until there are no more, or the end is asked for.
  mutating func converse() throws {
    pause()
    try say("Commands: train, step, back, why h1, set optimizer.rate 0.3, … ; help lists them, quit ends.")
    while let line = try prompt() {
      guard !line.allSatisfy(\.isWhitespace) else { continue }
      guard try obey(line) else { return }
    }
  }

  /// Obeys a line; false where it asks for the end.
  mutating func obey(_ line: String) throws -> Bool {
    switch PlainCommand.parse(line) {
    case .failure(let refusal): try say(refusal.words + ".")
    case .success(.end): return false
    case .success(let command): try obey(command)
    }
    return true
  }

  private mutating func obey(_ command: PlainCommand) throws {
    switch command {
    case .help: for (form, words) in PlainCommand.list { try say("\(form): \(words).") }
    case .report: try report()
    case .settings: for setting in Setting.grouped { try show(setting) }
    case .weights: try tellWeights()
    case .end: break
    case .train(let epochs): try train(epochs: epochs)
    case .step(let back, let granularity, let times): try step(back: back, granularity, times: times)
    case .go(let update):
      try tell(perform(.timeline(.toggle)) + perform(.timeline(.scrub(to: update))) + perform(.timeline(.toggle)))
      try tellMoment()
    case .restart(let newWeights):
      try tell(perform(.restart(newWeights: newWeights)))
      pause()
      try report()
    case .set(let key, let value): try set(key, to: value)
    case .show(let key): if let setting = try setting(key) { try show(setting) }
    case .why(let unit, let input): try explain(unit, input)
    case .what(let term): try explain(term: term)
    }
  }

  // MARK: One command each

  private mutating func step(back: Bool, _ granularity: Granularity, times: Int) throws {
    while session.granularity != granularity {
      let all = Granularity.allCases
      let isCoarser = all.firstIndex(of: session.granularity)! > all.firstIndex(of: granularity)!
      perform(isCoarser ? .finerSteps : .coarserSteps)
    }
    for _ in 0..<times { try tell(perform(.step(back: back))) }
    try tellMoment()
  }

  private mutating func set(_ key: String, to value: String) throws {
    guard let setting = try setting(key) else { return }
    try tell(perform(.set(setting, to: value)))
    pause()
  }

  private func setting(_ key: String) throws -> Setting? {
    if let setting = Setting(key: key) { return setting }
    let hint = Names.hint(for: key, among: Setting.all.map(\.key)) ?? "settings lists all of them"
    try say("there is no setting “\(key.prefix(40))”; \(hint).")
    return nil
  }

  private func show(_ setting: Setting) throws {
    try say("\(setting.key): \(setting.words(in: session.run.experiment))")
  }

  private func explain(_ unit: String, _ input: String?) throws {
    guard session.run.history.process.kind == .feedforward else {
      return try say("\(session.run.history.process.kind.words) is explained on the screen, in panel 5.")
    }
    if let lines = session.arithmetic(of: unit, input: input) {
      for line in lines { try say(line) }
    } else if let input, session.unitNames.contains(unit) {
      try say("nothing called “\(input.prefix(40))” comes into \(unit).")
    } else {
      let hint = Names.hint(for: unit, among: session.unitNames) ?? "they go to \(session.unitNames.last ?? "")"
      try say("there is no unit “\(unit.prefix(40))”; \(hint).")
    }
  }

  private func explain(term: String) throws {
    let lines: [String]
    do throws(Mistake) {
      lines = try Glossary.find(term).text.split(separator: "\n").map(String.init)
    } catch {
      lines = [error.description + (error.hint.map { "; \($0)" } ?? ".")]
    }
    for line in lines { try say(line) }
  }

  private func tellWeights() throws {
    let run = session.run
    guard let network = run.history.process.training?.network else { return try tellPoint() }
    for index in 0..<network.layout.count {
      try say("\(run.label(of: network.layout.name(at: index))): \(network.parameters.values[index])")
    }
  }

  /// The weights of a recurrent network, or the units of one that settles.
  private func tellPoint() throws {
    let course = session.run.history.process
    for (index, value) in course.point.values.enumerated() {
      let name = course.settler?.name(of: index) ?? "\(course.point.layout.name(at: index))"
      try say("\(name): \(value)")
    }
  }

  private func tellMoment() throws {
    let (course, moment) = (session.run.history.process, session.momentName)
    if let settler = course.settler { try say(settler.plainWords + ".") }
    try say("Epoch \(course.epoch), update \(course.updates)" + (moment.isEmpty ? "." : ", \(moment)."))
  }

  private func tell(_ news: [News]) throws {
    for one in news { try say(Notice(one).text + ".") }
  }
}
