import LinearAlgebra
import ScratchFolder
import Testing

@testable import Datasets

@Suite struct SequenceTests {
  private func set(_ generator: SequenceGenerator, count: Int = 50, steps: Int = 12) -> SequenceSet {
    var stream = RandomStream(seed: 3, purpose: .data)
    return generator.sequences(count, steps: steps, from: &stream)
  }

  /// The class that a step wants; nil where it wants none.
  private func target(_ set: SequenceSet, _ row: Int) -> Int? {
    set.isAsked[row] ? set.targets.row(row).firstIndex(of: 1).map { $0 - row * set.targets.columns } : nil
  }

  @Test(arguments: [1, 3, 11]) func anEchoComesBack(delay: Int) {
    let set = set(.echo(delay: delay))
    for rows in set.sequences {
      for row in rows {
        let wanted = row - delay >= rows.lowerBound ? (set.inputs[row - delay, 0] > 0 ? 1 : 0) : nil
        #expect(target(set, row) == wanted)
      }
    }
    #expect(Set(set.inputs.elements) == [-1, 1])
  }

  @Test func parityCountsOnes() {
    let set = set(.parity)
    for rows in set.sequences {
      for row in rows {
        #expect(target(set, row) == (rows.lowerBound...row).count { set.inputs[$0, 0] > 0 } % 2)
      }
    }
  }

  @Test func aWaveWantsItsNextValue() {
    for generator in [SequenceGenerator.sine, .twoSines] {
      let set = set(generator, count: 5, steps: 60)
      for rows in set.sequences {
        for row in rows.dropLast() { #expect(set.targets[row, 0] == set.inputs[row + 1, 0]) }
      }
      #expect(set.inputs.elements.largestMagnitude <= 1 && set.meaning == .values)
    }
    let sine = set(.sine, count: 1, steps: 41)
    for step in 0...20 { #expect(abs(sine.inputs[step, 0] - sine.inputs[step + 20, 0]) < 1e-5) }
  }

  @Test(arguments: [SequenceGenerator.first, .last]) func oneSymbolIsAskedFor(generator: SequenceGenerator) {
    let set = set(generator)
    for rows in set.sequences {
      let place = generator == .first ? rows.lowerBound : rows.upperBound - 1
      #expect(rows.filter { set.isAsked[$0] } == [rows.upperBound - 1])
      #expect(set.targets.row(rows.upperBound - 1).elementsEqual(set.inputs.row(place)))
    }
  }

  @Test func theGrammarSpellsItsOwnStrings() {
    for string in ["BTXSE", "BPVVE", "BTSSXXTVVE", "BPTTVPXVPSE"] { #expect(ReberGrammar.accepts(string)) }
    for string in ["", "B", "BTX", "BTXSEE", "TXSE", "BXE", "BPSE"] {
      #expect(!ReberGrammar.accepts(string), "\(string)")
    }
    let set = set(.reber, count: 300)
    for rows in set.sequences {
      var string = ""
      for row in rows {
        string += ReberGrammar.symbols[set.inputs.row(row).firstIndex(of: 1)! - row * 7]
        let next = target(set, row)!
        #expect(set.allowed![row, next] == 1)
        #expect([1, 2].contains(set.allowed!.row(row).reduce(0, +)))
      }
      let last = rows.upperBound - 1
      #expect(ReberGrammar.accepts(string + ReberGrammar.symbols[target(set, last)!]), "\(string)")
    }
    #expect(Set(set.sequences.map(\.count)).count > 5)
  }

  @Test func namesLeadBack() {
    for generator in SequenceGenerator.offered + [.echo(delay: 1), .echo(delay: 50)] {
      #expect(SequenceGenerator(name: generator.name) == generator)
    }
    for name in ["echo-0", "echo-51", "echo-x", "sine", ""] { #expect(SequenceGenerator(name: name) == nil) }
  }

  @Test func filesOfSequencesAreRead() throws {
    let text = "time,x,sequence,y,label\n3,1,a,2,\n4,3,a,4,up\n0,5,b,6,down\n"
    let set = try read(text)
    #expect(set.sequences == [0..<2, 2..<3])
    #expect(set.inputs.elements == [1, 2, 3, 4, 5, 6] && set.inputNames == ["x", "y"])
    #expect(set.isAsked == [false, true, true] && set.outputNames == ["down", "up"] && set.meaning == .classes)
    #expect(set.targets.elements == [0, 0, 0, 1, 1, 0])
    let numbers = try read("sequence,time,x,label\n1,1,2,0.5\n1,2,3,\n")
    #expect(numbers.meaning == .values && numbers.targets.elements == [0.5, 0] && numbers.isAsked == [true, false])
  }

  @Test(arguments: [
    ("1,1,2,3\n1,3,2,3\n", "3:2: expected time 2, found \"3\""),
    ("1,1,2,3\n2,1,2,3\n1,2,2,3\n", "4:1: the sequence \"1\" has ended above and goes on here"),
    ("1,1,x,3\n", "2:3: expected a number, found \"x\""),
    ("1,1,,3\n", "2:3: the cell of column \"x\" is empty"),
    ("1,1.5,2,3\n", "2:2: expected a number, found \"1.5\""),
    ("1,1,2\n", "2:4: expected 4 cells, found 3"),
    ("", "1: there are no rows below the header"),
    ("1,1,2,a\n1,2,2,a\n", ": every row has the label \"a\"; there is nothing to learn"),
  ])
  func mistakesHaveAPlace(rows: String, message: String) {
    let error = #expect(throws: DataError.self) { try read("sequence,time,x,label\n" + rows) }
    #expect(error?.description.hasSuffix(message) == true, "\(error?.description ?? "")")
  }

  @Test func missingColumnsAreNamed() {
    let error = #expect(throws: DataError.self) { try read("seqence,time,x,label\n1,1,2,3\n") }
    #expect(error?.description.hasSuffix(":1: there is no column \"sequence\"") == true)
    #expect(error?.hint == "did you mean seqence?")
  }

  private func read(_ text: String) throws -> SequenceSet {
    let scratch = try Scratch()
    return try SequenceFile(path: scratch.file("sequences.csv", text)).read()
  }
}
