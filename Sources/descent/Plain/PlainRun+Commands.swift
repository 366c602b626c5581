import Datasets
import Experiments
import NeuralNetwork
import Plots
import Session
import Training
import Visualizer

/// What a person types between the lines.
extension PlainRun {
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
    case .next: if session.lesson == nil { try tellStep() } else { try goOn() }
    case .previous: if session.lesson == nil { try tellStep() } else { try goBack() }
    case .again: try tellStep()
    case .train(let count, .epochs): try train(epochs: count)
    case .train(let count, .updates): try train(updates: count)
    case .step(let back, let granularity, let times): try step(back: back, granularity, times: times)
    case .go(let update): try go(to: update)
    case .restart(let newWeights):
      try act(.restart(newWeights: newWeights))
      pause()
      try report()
    case .set(let key, let value): try set(key, to: value)
    case .show(let key): if let setting = try setting(key) { try show(setting) }
    case .why(let words): try explain(words)
    case .what(let term): try explain(term: term)
    case .sample(let choice): try look(at: choice)
    case .rows: try tellRows()
    case .columns: try tellColumns()
    case .classes: try tellClasses()
    case .picture: try tellPicture()
    case .health: try tellHealth()
    case .times: try tellTimes()
    case .curve: try tellCurve()
    case .output(let inputs): try tellOutput(of: inputs)
    case .unseal: try unseal()
    case .check: try act(.checkGradient)
    case .settling(let action): try settle(action)
    case .flip(let unit): try flip(unit)
    case .walk(let way, let times): try walk(way, times: times)
    case .place(let a, let b): try place(a, b)
    case .slope: try measureSlope()
    case .surface: try tellSurface()
    case .race: try race()
    case .fog: try fog()
    case .mark: try act(.surface(.markWeights))
    case .twin: try act(.toggleTwin)
    case .inputs: try tellInputs()
    case .input(let name): try toggle(input: name)
    case .layer(let layer, let value): try change(layer: layer, to: value)
    case .column(let name, let decision): try change(column: name, decision)
    case .branches: try tellBranches()
    case .branch(let branch): try go(toBranch: branch)
    case .notes:
      try say(session.lesson.map { $0.step.notes ?? "This step has no notes." } ?? "There is no lesson here.")
    }
  }

  // MARK: Time

  private mutating func step(back: Bool, _ granularity: Granularity, times: Int) throws {
    while session.granularity != granularity {
      let all = Granularity.allCases
      let isCoarser = all.firstIndex(of: session.granularity)! > all.firstIndex(of: granularity)!
      headless.perform(isCoarser ? .finerSteps : .coarserSteps)
    }
    for _ in 0..<times {
      let before = (session.run.history.position, session.tally, session.run.history.walk?.count)
      try act(.step(back: back))
      guard before != (session.run.history.position, session.tally, session.run.history.walk?.count) else { break }
    }
    try session.scene.ownsSteps ? report() : tellMoment()
  }

  private mutating func go(to update: Int) throws {
    if session.timeline == nil { headless.perform(.timeline(.toggle)) }
    try act(.timeline(.scrub(to: update)))
    headless.perform(.timeline(.toggle))
    try tellMoment()
  }

  // MARK: Settings

  private mutating func set(_ key: String, to value: String) throws {
    guard Setting(key: key) == nil else {
      try act(.set(Setting(key: key)!, to: value))
      return pause()
    }
    if try setWeight("\(key) \(value)") { return }
    _ = try setting(key)
  }

  private func setting(_ key: String) throws -> Setting? {
    if let setting = Setting(key: key) { return setting }
    let hint = Names.hint(for: key, among: Setting.all.map(\.key)) ?? "settings lists all of them, weights the weights"
    try say("there is no setting “\(key.prefix(40))”; \(hint).")
    return nil
  }

  private func show(_ setting: Setting) throws {
    try say("\(setting.key): \(setting.words(in: session.run.experiment))")
  }

  // MARK: Words

  private func explain(_ words: [String]) throws {
    let whole = words.joined(separator: " ")
    // A name may have spaces in it; what follows one is what comes into it.
    let cuts = (1...words.count).reversed().map { count in
      (words[..<count].joined(separator: " "), count < words.count ? words[count...].joined(separator: " ") : nil)
    }
    for (unit, input) in cuts {
      guard let unit = session.unitNames.first(where: { $0.lowercased() == unit.lowercased() }) else { continue }
      if let lines = session.arithmetic(of: unit, input: input) { return try lines.forEach { try say($0) } }
      return try say("nothing called “\(input?.prefix(40) ?? "")” comes into \(unit).")
    }
    let hint = Names.hint(for: whole, among: session.unitNames) ?? "they go to \(session.unitNames.last ?? "")"
    try say("there is no unit “\(whole.prefix(40))”; \(hint).")
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

  private func tellMoment() throws {
    let (course, moment) = (session.run.history.process, session.momentName)
    if let settler = course.settler { try say(settler.plainWords + ".") }
    try say("Epoch \(course.epoch), update \(course.updates)" + (moment.isEmpty ? "." : ", \(moment)."))
  }
}
