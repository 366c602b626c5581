import Plots
import Screen
import Session
import Training

extension LearningSession {
  /// The arithmetic of a unit, line by line as the arithmetic panel has it; nil where there is no such unit or input.
  ///
  /// - Parameter input: the name of what comes in by the weight that is shown; of a recurrent unit the step in time, from 1.
  public func arithmetic(of unit: String, input: String? = nil) -> [String]? {
    if let settler = run.history.process.settler {
      guard input == nil, let index = unitNames.firstIndex(of: unit) else { return nil }
      return Sheet.lines(headed: "unit \(unit)") {
        FieldSheet(settler: settler, unit: index, limit: 40).write(into: &$0)
      }
    }
    if let trainer = run.history.process.recurrent { return arithmetic(of: unit, step: input, trainer) }
    guard var place = run.place(of: unit) else { return nil }
    if let input {
      guard let index = run.inputs(ofLayer: place.layer).firstIndex(of: input) else { return nil }
      place.input = index
    }
    let shown = ShownStep(of: run, place: place, sample: 0, isCovered: false)
    return [shown.title]
      + shown.sheet(theme: Sheet.plainTheme, size: Region(x: 0, y: 0, width: 200, height: 40)).plainLines
  }

  private func arithmetic(of unit: String, step: String?, _ trainer: RecurrentTrainer) -> [String]? {
    let shown = ShownSequence(of: trainer)
    let moment = step.map { Int($0).map { $0 - 1 } ?? -1 } ?? shown.moment
    guard let index = unitNames.firstIndex(of: unit), (0..<max(1, shown.length)).contains(moment) else { return nil }
    return Sheet.lines(headed: "\(unit) at step \(moment + 1)") {
      TimeSheet(shown: shown, moment: moment, unit: index, input: shown.pass.inputs, limit: 40).write(into: &$0)
    }
  }

  /// The names of the units that have arithmetic, layer by layer.
  public var unitNames: [String] {
    let process = run.history.process
    if let settler = process.settler { return (0..<settler.network.count).map { settler.name(of: $0) } }
    if let trainer = process.recurrent { return (1...trainer.network.units).map { "h\($0)" } }
    return run.unitNames.map(\.name)
  }
}

extension Sheet {
  fileprivate static let plainTheme = Theme(name: .mono, depth: .none, glyphs: .braille)

  fileprivate static func lines(headed title: String, _ write: (inout Sheet) -> Void) -> [String] {
    var sheet = Sheet(theme: plainTheme, width: 200)
    write(&sheet)
    return [title] + sheet.plainLines
  }

  /// Without the bars, which are for the eye alone.
  fileprivate var plainLines: [String] {
    lines.map { line in
      let text = line.flatMap(\.text.unicodeScalars).filter { !(0x2580...0x259f).contains($0.value) }
      return String(String(String.UnicodeScalarView(text)).reversed().drop { $0 == " " }.reversed())
    }
  }
}

extension Run {
  fileprivate var unitNames: [(name: String, place: Selection)] {
    let layers = trainer.network.layout.layers
    return layers.indices.flatMap { layer in
      (0..<layers[layer].units).map { (label(layer: layer, unit: $0), Selection(layer: layer, unit: $0)) }
    }
  }

  fileprivate func place(of name: String) -> Selection? { unitNames.first { $0.name == name }?.place }

  /// The names of what comes into a layer.
  fileprivate func inputs(ofLayer layer: Int) -> [String] {
    (0..<trainer.network.layout.layers[layer].inputs).map { label(layer: layer - 1, unit: $0) }
  }
}
