import Datasets
import LinearAlgebra
import ScratchFolder
import Testing

@Suite struct PatternTests {
  @Test func textArtIsRead() throws {
    let patterns = try PatternText(file: "p.txt").patterns(in: "one:\n#.#\r\n.#.\n\n\n  ###  \n  ...\n")
    #expect(patterns.map(\.name) == ["one", "2"])
    #expect(patterns[0].units == [1, -1, 1, -1, 1, -1] && patterns[0].width == 3 && patterns[0].height == 2)
    #expect(patterns[1].art == ["###", "..."])
  }

  @Test(arguments: [
    ("#.#\n.a.\n", "p.txt:11:2: expected # or ., found \"a\""),
    ("#.#\n.#\n", "p.txt:11: expected a row of 3, found 2"),
    ("#.#\n\n\n##\n", "p.txt:13: the pattern is 2x1, those before it are 3x1"),
    ("\n\n", "p.txt: there is no pattern in the text"),
    (String(repeating: "#", count: 1025), "p.txt:10: too large: more than 1024 units in a pattern"),
  ])
  func mistakesHaveAPlace(text: String, message: String) {
    let error = #expect(throws: DataError.self) { try PatternText(file: "p.txt", firstLine: 10).patterns(in: text) }
    #expect(error?.description == message)
    #expect(error?.hint?.isEmpty == false || message.contains("too large"))
  }

  @Test func lettersAreOfOneSizeAndDiffer() {
    #expect(Pattern.letters.allSatisfy { $0.width == 7 && $0.height == 7 })
    #expect(Set(Pattern.letters.map(\.units)).count == Pattern.letters.count)
    #expect(Pattern.letters("HAL").map(\.name) == ["H", "A", "L"])
  }

  @Test func randomUnitsAreFairAndRepeat() {
    var first = RandomStream(seed: 4, purpose: .data), second = first
    let pattern = Pattern.random(name: "r", width: 50, height: 20, from: &first)
    #expect(pattern == Pattern.random(name: "r", width: 50, height: 20, from: &second))
    #expect(abs(pattern.units.count { $0 > 0 } - 500) < 64)
  }

  @Test func pixelsAreReadFromCSV() throws {
    let patterns = try read("name,a,b,c,d\nx,0,255,128,127\ny,1,2,3,200\n")
    #expect(patterns.map(\.name) == ["x", "y"])
    #expect(patterns[0].art == [".#", "#."])
    #expect(patterns[1].art == ["..", ".#"])
    #expect(try read("a,b,c\n0,1,1\n").map(\.art) == [[".##"]])
    #expect(try read("a,b,c,d\n0,1,1,0\n", width: 4).map(\.art) == [[".##."]])
  }

  @Test(arguments: [
    ("name,a,b\nx,0,1\ny,0\n", "3:3: expected 3 cells, found 2"),
    ("name,a,b\nx,0,1\ny,z,1\n", "3:2: expected a number, found \"z\""),
    ("name,a,b\nx,0,nan\n", "2:3: expected a finite number, found \"nan\""),
    ("name,a,b\n", "1: there are no rows below the header"),
  ])
  func mistakesInCSVHaveAPlace(text: String, message: String) {
    let error = #expect(throws: DataError.self) { try read(text) }
    #expect(error?.description.hasSuffix("patterns.csv:" + message) == true, "\(error?.description ?? "")")
  }

  private func read(_ text: String, width: Int? = nil) throws -> [Pattern] {
    let scratch = try Scratch()
    return try PatternFile(path: scratch.file("patterns.csv", text), width: width).read()
  }
}
