import LinearAlgebra

extension Propagation {
  /// Takes in all rows of the inputs; targets are left as they are.
  public mutating func load(inputs rows: Matrix) {
    precondition(rows.columns == layout.inputs, "\(layout.inputs) inputs are expected, got \(rows.columns)")
    begin(samples: rows.rows)
    copy(rows.elements, from: 0, count: rows.elements.count, to: plan.inputs)
  }

  /// Takes in the numbered rows of inputs and targets, in that order. Traps where there is no such row.
  public mutating func load(inputs: Matrix, targets: Matrix, rows: ArraySlice<Int>) {
    let (width, outputs) = (layout.inputs, layout.outputs)
    precondition(inputs.columns == width, "\(width) inputs are expected, got \(inputs.columns)")
    precondition(targets.columns == outputs, "\(outputs) targets are expected, got \(targets.columns)")
    begin(samples: rows.count)
    var (input, target) = (plan.inputs, plan.targets)
    for row in rows {
      copy(inputs.elements, from: row * width, count: width, to: input)
      copy(targets.elements, from: row * outputs, count: outputs, to: target)
      input += width
      target += outputs
    }
  }

  private mutating func begin(samples: Int) {
    if samples > plan.capacity { self = Propagation(layout: layout, capacity: samples) }
    count = samples
    for number in masks.indices where !masks[number].isEmpty {
      masks[number] = []
      passed[number] = []
    }
  }

  private mutating func copy(_ source: [Float], from start: Int, count: Int, to place: Int) {
    precondition(start >= 0 && start + count <= source.count, "no such row")
    let x = VectorStorage.exclusive(&storage) + place
    source.withUnsafeBufferPointer { source in
      for i in 0..<count { x[i] = source[start + i] }
    }
  }
}
