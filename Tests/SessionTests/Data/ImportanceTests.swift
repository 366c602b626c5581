import Datasets
import Experiments
import ScratchFolder
import Session
import Testing

/// Which columns matter, on data of which that is known.
struct ImportanceTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The label follows `a` and the colour; `noise` has nothing to do with it.
  private func own(_ label: String) throws -> OwnData {
    let rows = (0..<300).map { row in
      let (a, noise) = (Double(row * 37 % 101) / 50 - 1, Double(row * 71 % 97) / 48 - 1)
      let red = row * 13 % 7 < 4
      let sum = 2 * a + (red ? 1 : -1)
      return
        "\(a),\(noise),\(red ? "red" : "blue"),\(label == "side" ? (sum > 0 ? "up" : "down") : "\(sum * 500 + 9000)")\n"
    }
    return try OwnData(try scratch.file("own.csv", "a,noise,colour,\(label)\n" + rows.joined()))
  }

  @Test(arguments: ["side", "height"])
  func noiseMattersLeast(label: String) throws {
    var own = try own(label)
    own.train(1500)
    let found = own.run.importances
    #expect(found.map(\.column) == ["a", "colour", "noise"] && found[0].loss > 0.2 && abs(found[2].loss) < 0.05)
    #expect(own.run.importances == found)
  }

  @Test func aNumberFollowsItsInputInItsOwnUnits() throws {
    var own = try own("height")
    own.train(1500)
    #expect(own.run.numberInputs == [0, 1])
    let rising = try #require(own.run.dependence(onInput: 0).curves.first).values
    let level = try #require(own.run.dependence(onInput: 1).curves.first).values
    #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 < $1 } && rising.last! - rising.first! > 1500)
    #expect(level.max()! - level.min()! < 150 && level.allSatisfy { (8500...9800).contains($0) })
    #expect(own.run.dependence(onInput: 0).places.count == rising.count)
  }

  @Test func sharesOfClassesAddUp() throws {
    var own = try own("side")
    own.train(300)
    let curves = own.run.dependence(onInput: 0).curves
    #expect(curves.map(\.name) == ["down", "up"])
    for (one, two) in zip(curves[0].values, curves[1].values) { #expect(abs(one + two - 1) < 1e-5) }
    #expect(curves[1].values.last! > 0.8 && curves[1].values.first! < 0.2)
  }
}
