import LinearAlgebra

extension Propagation {
  /// What dropout does to one layer's activations, `[count, units]`.
  struct Dropout: Sendable, Hashable {
    /// 0 where one is dropped, else 1 / (1 − rate).
    let mask: VectorStorage
    /// The activations times the mask.
    let passed: VectorStorage

    static func == (left: Dropout, right: Dropout) -> Bool { left.mask.view == right.mask.view }
    func hash(into hasher: inout Hasher) { hasher.combine(mask.view) }
  }

  /// Drops some of a hidden layer's activations, once its forward pass is done: each is 0 with the given probability
  /// and else divided by 1 − rate, so that the mean stays (Srivastava et al. 2014, inverted as in PyTorch).
  ///
  /// `layers` keeps the activations as they were; the layer above and the gradient see the dropped ones. Loading a batch
  /// ends it. Traps unless 0 ≤ rate < 1.
  public mutating func drop(layer number: Int, rate: Float, from stream: inout RandomStream) {
    precondition(rate >= 0 && rate < 1, "a dropout rate is at least 0 and below 1, got \(rate)")
    precondition(number < layout.layers.count - 1, "the output layer keeps all it has")
    let kept = 1 / (1 - rate)
    let a = layers[number].a
    let mask = a.map { _ in stream.uniform() < rate ? 0 : kept }
    if dropouts.isEmpty { dropouts = Array(repeating: nil, count: layout.layers.count) }
    dropouts[number] = Dropout(mask: VectorStorage(mask), passed: VectorStorage(zip(a, mask).map { $0 * $1 }))
  }

  /// Masks the layer's activations as before.
  mutating func dropAgain(layer number: Int) {
    guard let mask = dropouts[number]?.mask else { return }
    let passed = VectorStorage(zip(layers[number].a, mask.view).map { $0 * $1 })
    dropouts[number] = Dropout(mask: mask, passed: passed)
  }

  /// What dropout let through of a unit's activation: 0, or 1 / (1 − rate); 1 where nothing is dropped.
  public func mask(layer number: Int, unit: Int, sample: Int) -> Float {
    guard !dropouts.isEmpty, let dropout = dropouts[number] else { return 1 }
    return dropout.mask.view[sample * layout.layers[number].units + unit]
  }

  /// What dropout has left of what comes into a layer; nil where that is all. Valid until the next batch is loaded.
  @inline(__always)
  func passed(to number: Int) -> Kernels.Input? {
    dropouts.isEmpty || number == 0 ? nil : dropouts[number - 1]?.passed.pointer
  }

  @inline(__always)
  func mask(below number: Int) -> Kernels.Input? {
    dropouts.isEmpty || number == 0 ? nil : dropouts[number - 1]?.mask.pointer
  }
}
