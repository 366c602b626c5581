import Plots
import Screen
import Session

extension LearningSession {
  /// The arithmetic of a unit, or with an input's name that of its weight, line by line as the arithmetic panel has it; nil where
  /// there is no such unit or input.
  public func arithmetic(of unit: String, input: String? = nil) -> [String]? {
    guard var place = run.place(of: unit) else { return nil }
    if let input {
      guard let index = run.inputs(ofLayer: place.layer).firstIndex(of: input) else { return nil }
      place.input = index
    }
    let shown = ShownStep(of: run, place: place, sample: 0, isCovered: false)
    let theme = Theme(name: .mono, depth: .none, glyphs: .braille)
    let sheet = shown.sheet(theme: theme, size: Region(x: 0, y: 0, width: 200, height: 40))
    // Bars are for the eye alone.
    let words = sheet.lines.map { line in
      String(
        String.UnicodeScalarView(line.flatMap(\.text.unicodeScalars).filter { !(0x2580...0x259f).contains($0.value) }))
    }
    return [shown.title] + words.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  /// The names of the units that have arithmetic, layer by layer.
  public var unitNames: [String] { run.unitNames.map(\.name) }
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
