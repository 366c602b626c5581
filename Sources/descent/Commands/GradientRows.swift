import ArgumentParser
import Training

/// Prints the gradient beside finite differences of the cost.
struct GradientRows: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradient",
    abstract: "Print the gradient over the training part beside differences of the cost (CSV).",
    discussion: """
      Each parameter's gradient by backpropagation, the central difference of the cost (without penalty), and how far \
      they are apart, relative to the larger one.
      """)

  @OptionGroup var source: SourceOptions

  func run() throws {
    let trainer = try source.open(else: "no such gradient to print").trainer
    let layout = trainer.network.layout
    let check = GradientCheck(of: trainer)
    var output = Output()
    try output.append("parameter,value,gradient,difference,relative_error\n")
    for place in layout.layers {
      let weights = (0..<place.units).flatMap { unit in
        (0..<place.inputs).map { place.index(unit: unit, input: $0) }
      }
      for index in weights + Array(place.biases) {
        let difference = check.difference(at: index)
        let error = check.relativeError(at: index, difference: difference)
        let numbers = [trainer.network.parameters.values[index], check.gradient.values[index], difference, error]
        try output.append(
          "\(layout.name(at: index)),\(numbers.map { "\($0)" }.joined(separator: ","))\n")
      }
    }
    try output.flush()
  }
}
