import Testing
import Training

/// Numbers in place of classes.
extension Claim {
  static let numbers = [
    Claim("line", "One weight and one bias.") { #expect($0.trainer.network.layout.sizes == [1, 1]) },
    Claim(
      "line",
      "The smallest network there is finds y = 0.7x - 0.2 through noise, and its error surface is a true bowl."
    ) { play in
      play.train(epochs: 20)
      #expect(abs(play.weights[0] - 0.7) < 0.1 && abs(play.weights[1] + 0.2) < 0.1)
    },
    Claim("plane", "A linear unit needs no hidden layer here; its two weights are the plane's slopes.") { play in
      #expect(play.trainer.network.layout.sizes == [2, 1])
      play.train(epochs: 20)
      let slopes = play.slopes
      #expect(abs(play.weights[0] - slopes.x) < 0.01 && abs(play.weights[1] - slopes.y) < 0.01)
      #expect(play.run.training!.r2! > 0.98)
    },
    Claim("sine", "One input, one output.") { #expect($0.trainer.network.layout.sizes == [1, 6, 1]) },
    Claim(
      "sine", "Each hidden unit adds one bend to the curve; see how many it takes to follow a wave."
    ) { _ in
      let shares = try [1, 2, 4].map { units in
        var play = try Play("sine", "network.hidden=[\(units)]")
        play.train(epochs: 200)
        return play.run.training!.r2!
      }
      #expect(shares[0] < 0.85 && shares[1] > 0.9 && shares[2] > 0.95)
    },
    Claim("multi-gauss", "Predict the height of a landscape of three hills and three hollows.") { play in
      let summits = play.summits
      #expect(summits.hills == 3 && summits.hollows == 3)
      play.train(epochs: 50)
      #expect(play.run.test!.r2! > 0.65)
    },
  ]
}

extension Play {
  /// The slopes of the plane that fits the training part best, where both inputs are centred and apart.
  fileprivate var slopes: (x: Float, y: Float) {
    let samples = trainer.data.training
    let rows = 0..<samples.count
    func mean(_ value: (Int) -> Double) -> Double { rows.reduce(0) { $0 + value($1) } / Double(samples.count) }
    func x(_ row: Int, _ input: Int) -> Double { Double(samples.inputs[row, input]) }
    func y(_ row: Int) -> Double { Double(samples.targets[row, 0]) }
    let (mx, my, mz) = (mean { x($0, 0) }, mean { x($0, 1) }, mean(y))
    let (xx, yy) = (mean { (x($0, 0) - mx) * (x($0, 0) - mx) }, mean { (x($0, 1) - my) * (x($0, 1) - my) })
    let xy = mean { (x($0, 0) - mx) * (x($0, 1) - my) }
    let (xz, yz) = (mean { (x($0, 0) - mx) * (y($0) - mz) }, mean { (x($0, 1) - my) * (y($0) - mz) })
    let determinant = xx * yy - xy * xy
    return (Float((xz * yy - yz * xy) / determinant), Float((yz * xx - xz * xy) / determinant))
  }

  /// The samples that are higher, or lower, than all others within an eighth of the plane's width, where they stand out.
  fileprivate var summits: (hills: Int, hollows: Int) {
    let inputs = run.dataset.inputs
    guard case .values(let heights) = run.dataset.labels else { return (0, 0) }
    let rows = 0..<run.dataset.count
    func isSummit(_ row: Int, _ sign: Float) -> Bool {
      guard sign * heights[row] > 0.5 else { return false }
      return rows.allSatisfy { other in
        let (dx, dy) = (inputs[other, 0] - inputs[row, 0], inputs[other, 1] - inputs[row, 1])
        return dx * dx + dy * dy > 2.25 || sign * heights[other] <= sign * heights[row]
      }
    }
    return (rows.count { isSummit($0, 1) }, rows.count { isSummit($0, -1) })
  }
}
