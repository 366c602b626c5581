import LinearAlgebra

extension RecurrentPropagation {
  /// ‖∂C/∂z[t]‖ of each step, over all sequences of the batch: where these fall from the last step to the first the gradient
  /// vanishes, where they grow it explodes. C is the batch's mean cost.
  public var gradientNorms: [Double] {
    (0..<steps).map { step in
      let square = hidden(step).delta.reduce(0.0) { $0 + Double($1) * Double($1) }
      return square.squareRoot() * Double(share)
    }
  }

  /// What each step gives to one weight's gradient; their sum is the gradient, but for rounding.
  ///
  /// - Parameter index: the weight's, or a bias's, in the flat buffer.
  public func shares(ofParameter index: Int, in network: RecurrentNetwork) -> [Float] {
    (0..<steps).map { gradient(of: network, steps: $0..<$0 + 1).values[index] }
  }

  /// The activations of one sequence's units over time, `[steps, units]`, for a strip.
  public func hiddenStates(ofSample sample: Int) -> Matrix {
    let length = lengths[sample]
    let elements = (0..<length).flatMap { step in
      hidden(step).a.dropFirst(sample * units).prefix(units)
    }
    return Matrix(rows: length, columns: units, elements: elements)
  }

  /// The outputs of one sequence over time, `[steps, outputs]`.
  public func outputs(ofSample sample: Int) -> Matrix {
    let length = lengths[sample]
    let elements = (0..<length).flatMap { step in
      readout(step).a.dropFirst(sample * outputs).prefix(outputs)
    }
    return Matrix(rows: length, columns: outputs, elements: elements)
  }
}
