import Datasets
import Experiments
import NeuralNetwork
import Plots
import Session
import Training

/// Samples, and what is answered to them.
extension PlainRun {
  /// So many rows, inputs or steps are told.
  private static let most = 40

  /// Looks at another sample, and tells it; of a network that settles at a pattern.
  mutating func look(at choice: SampleChoice) throws {
    guard session.run.history.process.recurrent == nil else {
      return try say("the first sequence of each batch is told: times tells its steps.")
    }
    try act(.look(choice))
    guard session.run.history.process.settler == nil else { return try report() }
    try say(sampleWords(in: session.moment) + ".")
  }

  /// Every sample of the training part, or the first of them.
  func tellRows() throws {
    guard let trainer = session.run.history.process.training else { return try sayOnly(.feedforward) }
    var looking = session
    let count = trainer.data.training.count
    for row in 0..<min(count, Self.most) {
      _ = looking.perform(.look(.row(row)))
      try say("Row \(row): \(sampleWords(in: looking.moment)).")
    }
    if count > Self.most { try say("\(count - Self.most) more: sample \(Self.most) looks at the next.") }
  }

  /// `cars 3, lorries 2; target 17; answer 19`
  private func sampleWords(in moment: Lesson.Moment) -> String {
    let trainer = session.run.trainer
    let names = trainer.data.inputNames
    let inputs = names.prefix(Self.most).indices.map { "\(names[$0]) \(number(moment.value(of: .input, at: $0)))" }
    let shown = session.run.dataset.imageSize == nil ? inputs.joined(separator: ", ") : "picture shows it"
    let outputs = trainer.data.outputNames.count
    func all(_ part: Formula.SamplePart) -> [Double] { (0..<outputs).compactMap { moment.value(of: part, at: $0) } }
    let (targets, answers) = (all(.target), all(.answer))
    guard let classes = trainer.data.classNames, outputs > 1, classes.count == outputs else {
      return shown + "; target \(targets.map { number($0) }.joined(separator: ", "))"
        + "; answer \(answers.map { number($0) }.joined(separator: ", "))"
    }
    guard !targets.isEmpty, !answers.isEmpty else { return shown + "; no answer" }
    let (right, taken) = (
      trainer.predictedClass(targets.map(Float.init)[...]), trainer.predictedClass(answers.map(Float.init)[...])
    )
    return shown + "; target \(classes[right]); taken for \(classes[taken]) (\(number(answers[taken])))"
  }

  /// What is answered to inputs that are typed.
  func tellOutput(of inputs: [Double]) throws {
    guard let output = session.moment.output(for: inputs) else {
      let names = session.run.history.process.training?.data.inputNames ?? []
      return names.isEmpty
        ? try sayOnly(.feedforward)
        : try say("it takes \(names.count): \(names.prefix(Self.most).joined(separator: ", ")).")
    }
    let names = session.run.trainer.data.inputNames
    try say(
      "To \(zip(names, inputs).map { "\($0) \(number($1))" }.joined(separator: ", ")) it answers \(number(output)).")
  }

  /// Which class is taken for which.
  func tellClasses() throws {
    let run = session.run
    var isTold = false
    for (part, measures) in [("Training", run.training), ("Test", run.test)] {
      guard let confusion = measures?.confusion else { continue }
      isTold = true
      let names = run.history.process.training?.data.classNames ?? confusion.indices.map { "\($0)" }
      for (row, counts) in confusion.enumerated() {
        let taken = counts.enumerated().filter { $0.element > 0 }.map {
          "\($0.element) as \(name($0.offset, in: names))"
        }
        try say(
          "\(part): of \(counts.reduce(0, +)) \(name(row, in: names)) "
            + (taken.isEmpty ? "none is there." : taken.joined(separator: ", ") + "."))
      }
    }
    if !isTold { try say("there are no classes here.") }
  }

  private func name(_ index: Int, in names: [String]) -> String { index < names.count ? names[index] : "\(index)" }

  /// What is in a table, column by column.
  func tellColumns() throws {
    guard let table = session.run.dataset.table else { return try say("the data come from no table.") }
    for line in table.text.split(separator: "\n") { try say(String(line)) }
  }

  // MARK: Pictures

  /// The sample in hand where it is a picture, or the units of a network that settles, row by row.
  func tellPicture() throws {
    if let settler = session.run.history.process.settler {
      return try tellRows(of: settler.state.units.map { $0 > 0 ? 1 : 0 }, columns: settler.task.columns)
    }
    guard let size = session.run.dataset.imageSize, session.run.history.process.training != nil else {
      return try say("there is no picture here.")
    }
    let moment = session.moment
    let pixels = (0..<size.rows * size.columns).map { moment.value(of: .input, at: $0) ?? 0 }
    guard let low = pixels.min(), let high = pixels.max(), high > low else { return try say("the picture is empty.") }
    try tellRows(of: pixels.map { ($0 - low) / (high - low) }, columns: size.columns)
  }

  private func tellRows(of shares: [Double], columns: Int) throws {
    for start in stride(from: 0, to: shares.count, by: columns) {
      let row = shares[start..<min(shares.count, start + columns)]
      try say(row.map { $0 > 2 / 3.0 ? "#" : $0 > 1 / 3.0 ? "+" : "." }.joined())
    }
  }

  // MARK: Words

  func sayOnly(_ kind: NetworkKind) throws {
    try say("\(session.run.history.process.kind.words) has none of that; \(kind.words) has.")
  }

  private func number(_ value: Double?) -> String { value.map { NumberFormat.reading.string($0) } ?? "none" }
}
