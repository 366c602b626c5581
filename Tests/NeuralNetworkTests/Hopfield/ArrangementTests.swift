import LinearAlgebra
import Testing

@testable import NeuralNetwork

@Suite struct ArrangementTests {
  static let puzzles: [Puzzle] =
    [4, 5, 8, 16].flatMap { [Puzzle.rooks(board: $0), .queens(board: $0)] }
    + CountryMap.allCases.flatMap { [Puzzle.colouring($0, colours: 3), .colouring($0, colours: 4)] }

  /// E = 1¼ · clashes + choices missing, counted on the board.
  @Test(arguments: puzzles) func energyCountsClashesAndWhatIsMissing(puzzle: Puzzle) {
    let arrangement = Arrangement(puzzle)
    var stream = RandomStream(seed: 3, purpose: .data)
    for share: Float in [0, 0.05, 0.1, 0.3, 1] {
      let units = (0..<puzzle.unitCount).map { _ in Int8(stream.uniform() < share ? 1 : -1) }
      let state = HopfieldState(units, in: arrangement.network)
      let taken = arrangement.taken(in: units)
      let expected = 1.25 * Double(arrangement.clashes(in: units).count) + Double(puzzle.wanted - taken.count)
      #expect(arrangement.network.energy(of: state) == expected, "\(puzzle) with \(taken)")
    }
  }

  /// The attacks on a board of 5, square by square, by the rules of chess.
  @Test func piecesAttackAsInChess() {
    let (rooks, queens) = (Arrangement(.rooks(board: 5)), Arrangement(.queens(board: 5)))
    for first in 0..<25 {
      for second in first + 1..<25 {
        let (rows, columns) = (abs(first / 5 - second / 5), abs(first % 5 - second % 5))
        let pair = Arrangement.Pair(first: first, second: second)
        let isStraight = rows == 0 || columns == 0
        #expect(rooks.clashes.contains(pair) == isStraight)
        #expect(queens.clashes.contains(pair) == (isStraight || rows == columns))
      }
    }
  }

  /// All 65536 boards of 4: the energy is 0 where the puzzle is solved, and a state at rest has no clash. Rooks at rest have solved it.
  @Test(arguments: [Puzzle.rooks(board: 4), .queens(board: 4)]) func restHasNoClash(puzzle: Puzzle) {
    let arrangement = Arrangement(puzzle)
    var (solutions, stable) = (0, 0)
    for bits in 0..<65536 {
      let units = (0..<16).map { Int8(bits >> $0 & 1 == 1 ? 1 : -1) }
      let taken = bits.nonzeroBitCount
      guard taken <= 5 else { continue }
      let state = HopfieldState(units, in: arrangement.network)
      #expect(state.energy >= 0 && (state.energy == 0) == arrangement.isSolved(by: units))
      if arrangement.isSolved(by: units) { solutions += 1 }
      guard state.isStable else { continue }
      stable += 1
      #expect(arrangement.clashes(in: units).isEmpty)
    }
    switch puzzle {
    case .rooks: #expect(solutions == 24 && stable == 24)
    default: #expect(solutions == 2 && stable > 2)
    }
  }

  @Test func combinationsAreCounted() {
    #expect(abs(Arrangement(.queens(board: 8)).combinationsExponent - 9.64602) < 1e-4)  // 4 426 165 368
    #expect(abs(Arrangement(.rooks(board: 4)).combinationsExponent - 3.26007) < 1e-4)  // 1820
  }

  @Test(arguments: CountryMap.allCases) func bordersHaveTwoSides(map: CountryMap) {
    let codes = map.countries.map(\.code)
    #expect(Set(codes).count == codes.count && codes.allSatisfy { $0.count == 2 })
    #expect(Set(map.countries.map { [$0.row, $0.column] }).count == codes.count, "two tiles in one place")
    for first in codes.indices {
      #expect(!map.areNeighbours(first, first))
      for second in codes.indices {
        #expect(
          map.areNeighbours(first, second) == map.areNeighbours(second, first), "\(codes[first]) \(codes[second])")
      }
    }
  }

  @Test func unitsHaveNames() {
    #expect(Puzzle.queens(board: 8).name(of: 0) == "a8")
    #expect(Puzzle.rooks(board: 8).name(of: 63) == "h1")
    #expect(Puzzle.colouring(.australia, colours: 3).name(of: 16) == "Victoria: colour 2")
  }
}
