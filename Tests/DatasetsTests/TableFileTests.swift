import Datasets
import Foundation
import LinearAlgebra
import ScratchFolder
import Testing

struct TableFileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(
    _ text: String, label: String? = nil, task: DataRecipe.Task? = nil, columns: [String]? = nil
  ) throws -> Dataset {
    var choices = TableChoices()
    choices.label = label
    choices.task = task
    choices.inputs = columns
    return try TableFile(path: scratch.file("data.csv", text), choices: choices).read()
  }

  /// The message for a file, without the path before the file's name.
  private func message(_ text: String, label: String? = nil, task: DataRecipe.Task? = nil) throws -> String? {
    do {
      _ = try read(text, label: label, task: task)
      return nil
    } catch let error as DataError {
      return error.description.replacingOccurrences(of: scratch.folder.path + "/", with: "")
    }
  }

  @Test func numbersAndATextLabel() throws {
    let data = try read("a,b,kind\n1,-2.5,no\n3e2,.5,yes\n+4,5.,no\n")
    #expect(data.inputNames == ["a", "b"])
    #expect(data.inputs.elements == [1, -2.5, 300, 0.5, 4, 5])
    #expect(data.labels == .classes([0, 1, 0], names: ["no", "yes"]))
  }

  @Test func labelByName() throws {
    let data = try read("y,a,b\n0.5,1,2\n1.5,3,4\n", label: "y")
    #expect(data.labels == .values([0.5, 1.5]))
    #expect(data.inputs.elements == [1, 2, 3, 4])
  }

  @Test func categoriesBecomeOneInputEach() throws {
    let data = try read("colour,n,y\nred,1,0.5\nblue,2,1.5\nred,3,2.5\n")
    #expect(data.inputNames == ["colour=red", "colour=blue", "n"])
    #expect(data.inputs.elements == [1, 0, 1, 0, 1, 2, 1, 0, 3])
  }

  @Test(arguments: ["\r\n", "\n", "\r"])
  func lineEnds(_ end: String) throws {
    let data = try read(["a,y", "1,x", "", "2,z", ""].joined(separator: end))
    #expect(data.inputs.elements == [1, 2])
  }

  @Test func byteOrderMarkQuotesAndSpaces() throws {
    let data = try read("\u{FEFF}\"a, \"\"first\"\"\", y \n \"1\" , \"p\nq\" \n 2,r\n")
    #expect(data.inputNames == ["a, \"first\""])
    #expect(data.classNames == ["pq", "r"])
    #expect(data.inputs.elements == [1, 2])
  }

  @Test(arguments: [";", "\t"])
  func otherSeparators(_ separator: String) throws {
    let data = try read(["a", "y\n1", "p,q\n3", "r\n"].joined(separator: separator))
    #expect(data.inputs.elements == [1, 3])
    #expect(data.classNames == ["p,q", "r"])
  }

  @Test func semicolonsMakeCommasDecimal() throws {
    #expect(try read("a;y\n1,5;2,25\n-3;4\n").inputs.elements == [1.5, -3])
    #expect(try read("a;y\n1,5;2\n1,5,5;4\n").inputNames == ["a=1,5", "a=1,5,5"])
  }

  @Test func lastLineWithoutEnd() throws {
    #expect(try read("a,y\n1,p\n2,\"q\"").classNames == ["p", "q"])
  }

  @Test func wholeNumbersThatComeBackAreClasses() throws {
    #expect(try read("a,y\n1,2\n1,0\n1,2\n1,0\n").labels == .classes([1, 0, 1, 0], names: ["0", "2"]))
    #expect(try read("a,y\n1,2\n1,0\n1,2\n1,0\n", task: .regression).labels == .values([2, 0, 2, 0]))
    #expect(try read("a,y\n1,2\n1,0\n1,7\n1,4\n").labels == .values([2, 0, 7, 4]))
    #expect(try read("a,y\n1,2\n1,0.5\n", task: .classification).classNames == ["0.5", "2"])
  }

  @Test func onlyChosenColumnsAreRead() throws {
    let data = try read("id,a,b,y\nx1,1,,p\nx2,2,n/a,q\n", columns: ["a"])
    #expect(data.inputs.elements == [1, 2])
  }

  @Test func controlCodesAreTakenOut() throws {
    let data = try read("a\u{1B}[31m,y\n1,p\u{07}\n2,q\u{202E}\n")
    #expect(data.inputNames == ["a[31m"])
    #expect(data.classNames == ["p", "q"])
  }

  @Test(arguments: [
    ("", "data.csv: the file is empty"),
    ("\n\n", "data.csv: the file is empty"),
    ("a,y\n", "data.csv:1: there are no rows below the header"),
    ("y\n1\n", "data.csv:1: there is no column beside the label"),
    ("a,y\n1,2\n-Inf,3\n", "data.csv:3:1: expected a finite number, found \"-Inf\""),
    ("a,y\n1,2\n1e99,3\n", "data.csv:3:1: expected a finite number, found \"1e99\""),
    ("a,y\n1,2\n3\n", "data.csv:3:2: expected 2 cells, found 1"),
    ("a,y\n1,2\n3,4,5\n", "data.csv:3:3: expected 2 cells, found 3"),
    ("a,y\n1,\"p\n2,q\n", "data.csv:2:2: a quoted cell is not closed"),
    ("a,y\n1,\"p\"q\n", "data.csv:2:2: text after the closing quote of a cell"),
    ("a,y\n1,p\n2,p\n", "data.csv: every row has the label \"p\"; there is nothing to learn"),
    ("a,y\n1,3\n2,3\n", "data.csv: every row has the label \"3\"; there is nothing to learn"),
    ("a,y\n1,\n2,NA\n", "data.csv: every cell of the label \"y\" is missing"),
  ])
  func mistakesAreNamedWithTheirPlace(_ text: String, _ expected: String) throws {
    #expect(try message(text) == expected)
  }

  /// Who asks for a number may have it always the same: a neuron that is taught one sample.
  @Test func aNumberThatIsAskedForMayBeConstant() throws {
    var choices = TableChoices()
    choices.task = .regression
    let path = try scratch.file("one.csv", "x,y\n1,0\n2,0\n")
    #expect(try TableFile(path: path, choices: choices).read().labels == .values([0, 0]))
  }

  @Test func textThatIsNotUTF8IsWindows1252() throws {
    let path = try scratch.file(
      "latin.csv", Array("a,y\n1,".utf8) + [0xE9, 0x0A] + Array("2,p\n3,p\n4,".utf8) + [0x80])
    let data = try TableFile(path: path).read()
    #expect(data.classNames == ["p", "é", "€"])
    #expect(data.table?.notes == [.encoding(.windows1252)])
  }

  @Test func unknownLabelHasAHint() throws {
    let error = #expect(throws: DataError.self) { try read("height,species\n1,p\n2,q\n", label: "spezies") }
    #expect(error?.hint == "did you mean species?")
  }

  @Test func missingFileAndFolder() throws {
    let missing = #expect(throws: DataError.self) { try TableFile(path: scratch.folder.path + "/none.csv").read() }
    #expect(missing?.problem == .notFound)
    let folder = #expect(throws: DataError.self) { try TableFile(path: scratch.folder.path).read() }
    #expect(folder?.problem == .unreadable(reason: "Is a directory"))
  }

  @Test func numbersAreReadToTheNearestFloat() throws {
    let texts = [
      "0.1", "5.1", "16777217", "3.14159274", "1e-45", "0.30000001", "-0.0", "9999999", "123456.7", "2.5e-3",
    ]
    let data = try read("a,y\n" + texts.map { "\($0),\($0)" }.joined(separator: "\n"))
    #expect(data.inputs.elements == texts.map { Float($0)! })
  }

  @Test func damageIsNeverACrash() throws {
    let text = Array("a,\"b\",colour,y\n1,2.5,red,p\n3,4e1,blue,q\n5,6,\"re\nd\",p\n".utf8)
    var random = RandomStream(seed: 1, purpose: .search)
    let bytes = Array("\0\r\n\",;\t-.e9\u{1B}é".utf8)
    for _ in 0..<500 {
      var damaged = text
      for _ in 0..<3 { damaged[random.integer(below: text.count)] = bytes[random.integer(below: bytes.count)] }
      let path = try scratch.file("f.csv", damaged)
      do throws(DataError) {
        let data = try TableFile(path: path).read()
        #expect(data.inputs.elements.allSatisfy { $0.isFinite })
      } catch {
        #expect(!error.description.unicodeScalars.contains { $0.value < 32 })
      }
    }
  }

  @Test func aLineWithoutEndIsRefused() throws {
    #expect(
      try message("a,y\n" + String(repeating: "1", count: 17 << 20))?.contains("more than 16 MiB in a line") == true)
  }
}
