import LinearAlgebra

extension RecurrentNetwork {
  /// The forward pass of one sequence of inputs, `[steps, inputs]`.
  public func run(on inputs: Matrix) -> RecurrentPropagation {
    var pass = RecurrentPropagation(of: self)
    pass.load(
      inputs: inputs, targets: Matrix(rows: inputs.rows, columns: outputs),
      isAsked: Array(repeating: false, count: inputs.rows), sequences: [0..<inputs.rows], of: self)
    pass.forward(0..<inputs.rows, of: self)
    return pass
  }

  /// Runs on some inputs, then freely: each output comes in as the next input.
  ///
  /// - Parameters:
  ///   - inputs: `[given, inputs]`, at least one.
  ///   - steps: how many steps to run freely.
  /// - Returns: the outputs, `[given + steps, outputs]`. Traps unless there are as many outputs as inputs.
  public func runFreely(after inputs: Matrix, steps: Int) -> Matrix {
    precondition(outputs == self.inputs, "\(outputs) outputs cannot be taken for \(self.inputs) inputs")
    let rows = inputs.elements + Array(repeating: 0, count: steps * self.inputs)
    var pass = run(on: Matrix(rows: inputs.rows + steps, columns: self.inputs, elements: rows))
    for step in inputs.rows..<inputs.rows + steps {
      pass.feed(Array(pass.readout(step - 1).a), at: step)
      pass.forward(step..<step + 1, of: self)
    }
    return pass.outputs(ofSample: 0)
  }
}

extension RecurrentPropagation {
  /// Takes in other inputs at a step of a single sequence.
  fileprivate mutating func feed(_ x: [Float], at step: Int) {
    let place = VectorStorage.exclusive(&storage) + step * (inputs + units)
    for i in 0..<inputs { place[i] = x[i] }
  }
}
