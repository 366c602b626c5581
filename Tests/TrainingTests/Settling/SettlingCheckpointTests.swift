import Datasets
import Foundation
import LinearAlgebra
import NeuralNetwork
import Testing

@testable import Training

@Suite struct SettlingCheckpointTests {
  /// Written as JSON and read again, at any phase: it goes on to the same bits.
  @Test(arguments: 0...17 as ClosedRange<UInt64>) func aCheckpointGoesOnAsTheOriginal(seed: UInt64) throws {
    var settling = Settling(seed: seed)
    for _ in 0..<Int(seed) * 5 + 3 { settling.advance() }
    settling.apply(.disturb(share: 0.3))
    for _ in 0..<Int(seed) { settling.advance() }
    let text = try JSONEncoder().encode(SettlingCheckpoint(of: settling))
    let checkpoint = try JSONDecoder().decode(SettlingCheckpoint.self, from: text)
    var resumed = try #require(Settling(checkpoint, task: settling.task, settings: settling.settings))
    for _ in 0..<60 {
      settling.advance()
      resumed.advance()
      if settling.isStill { break }
      #expect(resumed == settling, "seed \(seed)")
    }
    #expect(resumed.state == settling.state && resumed.rest == settling.rest)
  }

  /// A number that cannot be is refused.
  @Test(arguments: [
    ("\"clock\":", "\"clock\":4611686018427387904,\"x\":"), ("\"order\":[", "\"order\":[7,"),
    ("\"place\":", "\"place\":99,\"x\":"),
    ("\"units\":[", "\"units\":[3,"), ("\"stream\":[", "\"stream\":[1,"),
    ("\"temperature\":", "\"temperature\":4294967295,\"x\":"),
    ("\"flips\":", "\"flips\":-1,\"x\":"),
  ])
  func damageIsRefused(part: String, damage: String) throws {
    var settling = Settling(seed: 3)
    for _ in 0..<4 { settling.advance() }
    let text = String(decoding: try JSONEncoder().encode(SettlingCheckpoint(of: settling)), as: UTF8.self)
    #expect(text.contains(part))
    let damaged = Data(text.replacingOccurrences(of: part, with: damage).utf8)
    let checkpoint = try JSONDecoder().decode(SettlingCheckpoint.self, from: damaged)
    #expect(Settling(checkpoint, task: settling.task, settings: settling.settings) == nil)
  }

  @Test func anotherTaskIsRefused() {
    let checkpoint = SettlingCheckpoint(of: Settling(seed: 3))
    #expect(
      Settling(checkpoint, task: .arrangement(Arrangement(.queens(board: 4))), settings: SettlingSettings()) == nil)
  }
}
