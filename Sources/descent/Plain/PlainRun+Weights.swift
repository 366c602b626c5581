import Datasets
import Experiments
import NeuralNetwork
import Session
import Training

/// Weights and biases by their names.
extension PlainRun {
  /// What a weight or bias may be called, the first as it is told.
  private struct Naming {
    let index: Int
    let names: [String]
  }

  /// Tells every weight and bias; of a network that settles every unit.
  func tellWeights() throws {
    let course = session.run.history.process
    if let settler = course.settler {
      for (unit, value) in settler.state.units.enumerated() { try say("\(settler.name(of: unit)): \(value)") }
      return
    }
    for naming in namings { try say("\(naming.names[0]): \(course.point.values[naming.index])") }
  }

  /// Sets what a line names to the number at its end; false where it names no weight or bias.
  mutating func setWeight(_ line: String) throws -> Bool {
    var words = line.replacing("=", with: " ").split(separator: " ").map(String.init)
    guard words.count > 1, let last = words.popLast(), let named = naming(of: words.joined(separator: " ")) else {
      return false
    }
    guard let value = Numeral.digits(last).flatMap(Float.init), value.isFinite else {
      try say("a weight is a number, not “\(last.prefix(40))”.")
      return true
    }
    for news in headless.perform(.setParameter(index: named.index, to: value)) {
      if case .parameter = news { try say("\(named.names[0]): \(value).") } else { try say(news.plainWords + ".") }
    }
    pause()
    try report()
    return true
  }

  /// The weight or bias of a name; by what it comes from alone where only one comes from there.
  private func naming(of name: String) -> Naming? {
    let (wanted, all) = (name.comparable, namings)
    if let named = all.first(where: { $0.names.contains { $0.comparable == wanted } }) { return named }
    let begun = all.filter { $0.names[0].comparable.hasPrefix(wanted + "→") }
    return begun.count == 1 ? begun[0] : nil
  }

  private var namings: [Naming] {
    let course = session.run.history.process
    guard course.settler == nil else { return [] }
    let layout = course.point.layout
    return (0..<layout.count).map { index in
      let parameter = layout.name(at: index)
      return Naming(index: index, names: names(of: parameter) + ["\(parameter)"])
    }
  }

  private func names(of parameter: ParameterName) -> [String] {
    switch parameter {
    case .weight(let layer, let unit, let input):
      let (from, to) = (name(layer: layer - 1, unit: input, into: layer), name(layer: layer, unit: unit))
      return ["\(from) → \(to)", "\(from) \(to)"]
    case .bias(let layer, let unit):
      let name = name(layer: layer, unit: unit)
      return ["bias of \(name)", "bias \(name)", "\(name) bias", "b of \(name)", "b \(name)", "\(name) b"]
        + (session.run.history.process.point.layout.layers.count == 1 && unit == 0 ? ["bias", "b"] : [])
    }
  }

  /// A unit's name; what comes into the layer of a recurrent network is its inputs and its units a step ago.
  private func name(layer: Int, unit: Int, into above: Int? = nil) -> String {
    guard let trainer = session.run.history.process.recurrent else {
      return session.run.label(layer: layer, unit: unit)
    }
    if above == 0 {
      let inputs = trainer.network.inputs
      return unit < inputs ? trainer.data.training.inputNames[unit] : "h\(unit - inputs + 1)[t-1]"
    }
    return layer == 0 ? "h\(unit + 1)" : trainer.network.outputs == 1 ? "y" : "y\(unit + 1)"
  }
}
