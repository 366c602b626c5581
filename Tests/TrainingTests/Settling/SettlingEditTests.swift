import Datasets
import LinearAlgebra
import NeuralNetwork
import Testing
import Training

@Suite struct SettlingEditTests {
  @Test func editsDoWhatTheySay() {
    let memory = SettlingTests.memory(3, units: 40, seed: 5)
    var settling = Settling(.memory(memory), seed: 5)
    settling.apply(.recall(pattern: 1))
    #expect(settling.state.units == memory.patterns[1].units)
    settling.apply(.disturb(share: 0.25))
    #expect(zip(settling.state.units, memory.patterns[1].units).count { $0 != $1 } == 10)
    settling.apply(.recall(pattern: 1))
    settling.apply(.flip(unit: 7))
    #expect(settling.state.units[7] == -memory.patterns[1].units[7])
    settling.apply(.cover(rows: 0..<1, columns: 10..<20))
    #expect(settling.state.units[10..<20].allSatisfy { $0 == -1 })
    settling.apply(.set(units: memory.patterns[2].units))
    #expect(settling.memory.overlaps(of: settling.state.units)[2] == 1)
    #expect(settling.state == HopfieldState(settling.state.units, in: settling.network))
  }

  /// Patterns come and go: the network is that of those that are there, whatever was there before.
  @Test(arguments: StorageRule.allCases) func patternsComeAndGo(rule: StorageRule) {
    let all = SettlingTests.memory(4, units: 30, rule: rule, seed: 6)
    var settling = Settling(.memory(SettlingTests.memory(3, units: 30, rule: .hebb, seed: 6)), seed: 1)
    settling.apply(.rule(rule))
    settling.apply(.add(all.patterns[3]))
    #expect(settling.network == all.network)
    settling.apply(.remove(pattern: 1))
    let rest = [all.patterns[0], all.patterns[2], all.patterns[3]]
    #expect(settling.network == AssociativeMemory(width: 30, height: 1, patterns: rest, rule: rule).network)
    #expect(settling.state == HopfieldState(settling.state.units, in: settling.network))
    #expect(settling.rest == nil)
  }

  @Test func anEditWakesWhatRests() {
    var settling = Settling(.memory(SettlingTests.memory(2, units: 50, seed: 7)), seed: 2)
    settling.settle(sweeps: 100)
    let (rested, clock) = (settling.state.units, settling.clock)
    settling.advance()
    #expect(settling.clock == clock, "a fixed point stands still")
    settling.apply(.flip(unit: 3))
    #expect(settling.rest == nil)
    settling.settle(sweeps: 100)
    #expect(settling.state.units == rested)
  }

  /// A walk of moves and edits, from a copy and from the beginning, comes to the same bits.
  @Test(arguments: 1...6 as ClosedRange<UInt64>) func replayGivesTheSameBits(seed: UInt64) {
    let annealing = Annealing(start: 0.6, factor: 0.97, floor: 0.05)
    let start = Settling(
      .memory(SettlingTests.memory(4, units: 36, seed: seed)),
      settings: SettlingSettings(order: seed % 3 == 0 ? .synchronous : .random, annealing: annealing), seed: seed)
    var stream = RandomStream(seed: seed, purpose: .search)
    let moves = (0..<300).map { _ in stream.integer(below: 12) }
    func walk(_ settling: inout Settling, _ moves: ArraySlice<Int>) {
      for move in moves {
        switch move {
        case 0: settling.apply(.disturb(share: 0.2))
        case 1: settling.apply(.restart)
        case 2: settling.apply(.flip(unit: 5))
        case 3: settling.sweep()
        default: for _ in 0..<move { settling.advance() }
        }
      }
    }
    var first = start
    walk(&first, moves[..<150])
    var second = first
    walk(&first, moves[150...])
    walk(&second, moves[150...])
    var third = start
    walk(&third, moves[...])
    #expect(first == second && second == third, "seed \(seed)")
  }
}
