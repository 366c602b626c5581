import Datasets
import Foundation
import ScratchFolder
import Testing

/// What is made of tables: labels, roles, missing cells, forms of files.
struct TableUnderstandingTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(_ text: String, _ change: (inout DataRecipe) -> Void = { _ in }) throws -> Dataset {
    var recipe = DataRecipe(source: .file(path: try scratch.file("t.data", text)))
    change(&recipe)
    return try recipe.load()
  }

  private func rows(_ count: Int, _ row: (Int) -> String) -> String { (0..<count).map { row($0) + "\n" }.joined() }

  @Test func withoutARowOfNames() throws {
    let data = try read("5.1,3.5,setosa\n4.9,3.0,setosa\n6.3,2.5,virginica\n")
    #expect(data.inputNames == ["V1", "V2"] && data.count == 3 && data.labelName == "V3")
    let texts = try read("high,2,low\nlow,2,low\nhigh,4,high\nlow,4,high\n")
    #expect(texts.count == 4)
    #expect(texts.table?.notes.contains(.noHeader) == true)
  }

  @Test(
    arguments: [
      "a b y\n1 2 p\n3 4 q\n5 6 p\n", "a  b\ty\n1   2\tp\n3 4   q\n5 6 p\n", "a|b|y\n1|2|p\n3|4|q\n5|6|p\n",
      "sep=;\na;b;y\n1,0;2;p\n3;4;q\n5;6;p\n", "# made by hand\na,b,y\n1,2,p\n3,4,q\n5,6,p\n",
      "Results 2024\n\na,b,y\n1,2,p\n3,4,q\n5,6,p\n", "a,b,y,\n1,2,p,\n3,4,q,\n,,,\n5,6,p,\n",
      "\"a\" \"b\" \"y\"\n\"r1\" 1 2 \"p\"\n\"r2\" 3 4 \"q\"\n\"r3\" 5 6 \"p\"\n",
      "[{\"a\": 1, \"b\": 2, \"y\": \"p\"}, {\"a\": 3, \"b\": 4, \"y\": \"q\"}, {\"a\": 5, \"b\": 6, \"y\": \"p\"}]",
      "{\"a\":1,\"b\":2,\"y\":\"p\"}\n{\"a\":3,\"b\":4,\"y\":\"q\"}\n{\"a\":5,\"b\":6,\"y\":\"p\"}\n",
      "% x\n@relation t\n@attribute a numeric\n@attribute 'b' real\n@attribute y {p,q}\n@data\n1,2,p\n3,4,q\n5,6,p\n",
      "a\tb\ty\nc\tc\td\n\t\tclass\n1\t2\tp\n3\t4\tq\n5\t6\tp\n", "# a b y\n1 2 p\n3 4 q\n5 6 p\n",
    ])
  func formsOfOneTable(_ text: String) throws {
    let data = try read(text)
    #expect(data.inputNames == ["a", "b"] && data.inputs.elements == [1, 2, 3, 4, 5, 6])
    #expect(data.labels == .classes([0, 1, 0], names: ["p", "q"]))
  }

  @Test func utf16() throws {
    let text = "a,y\n1,ä\n2,ö\n3,ä\n"
    for isBig in [false, true] {
      let units = Array(text.utf16).flatMap {
        isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
      }
      let path = try scratch.file("u.csv", (isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]) + units)
      #expect(try TableFile(path: path).read().classNames == ["ä", "ö"])
    }
  }

  @Test func numbersAsPeopleWriteThem() throws {
    let cells = ["\"1,234\"", "$5.50", "45 %", "\u{2212}3", "(7)", "1e3", " 8 ", "+9", "12\u{A0}000", "€2"]
    let data = try read("a,y\n" + cells.enumerated().map { "\($1),\($0)" }.joined(separator: "\n"))
    #expect(data.inputs.elements == [1234, 5.5, 45, -3, -7, 1000, 8, 9, 12000, 2])
  }

  @Test func missingNumbersAreFilledFromTheTrainingPart() throws {
    let data = try read("a,b,y\n" + rows(20) { "\($0 == 3 ? "NA" : "\($0).5"),1\($0),\($0 % 2 == 0 ? "p" : "q")" })
    #expect(data.inputNames == ["a", "b"])
    var recipe = DataRecipe(source: .file(path: "t"), seed: 5)
    recipe.trainShare = 0.5
    let made = try data.prepared(for: recipe, coding: .oneHot)
    let known = made.trainingRows.filter { $0 != 3 }.map { Float($0) + 0.5 }.sorted()
    let middle =
      known.count % 2 == 1 ? known[known.count / 2] : (known[known.count / 2 - 1] + known[known.count / 2]) / 2
    let place = made.trainingRows.firstIndex(of: 3)
    let found =
      try place.map { made.training.inputs[$0, 0] } ?? made.test.inputs[#require(made.testRows.firstIndex(of: 3)), 0]
    #expect(found == middle)
  }

  @Test func manyMissingAreMarkedAndMostMissingIsLeftOut() throws {
    let text =
      "a,c,e,y\n"
      + rows(20) {
        "\($0 % 5 == 0 ? "?" : "\($0).5"),\($0 % 4 == 0 ? "" : "u\($0 % 2)"),\($0 < 12 ? "" : "1\($0)"),\($0 % 3 == 0 ? "p" : "q")"
      }
    let data = try read(text)
    #expect(data.inputNames == ["a", "a=missing", "c=u1", "c=u0", "c=missing"])
    #expect(data.table?.leftOut.map(\.name) == ["e"])
    #expect(try read(text) { $0.missing = MissingPolicies(.dropRows) }.table?.rowsWithMissing == 15)

    #expect(throws: DataError.self) { try read(text) { $0.missing = MissingPolicies(.columnOut) } }
  }

  @Test func rowsWithoutALabelAreDropped() throws {
    let data = try read("a,y\n1,p\n2,\n3,q\n4,NA\n5,p\n")
    #expect(data.count == 3 && data.table?.rowsWithoutLabel == 2)
  }

  @Test func identifiersConstantsAndNamesAreLeftOut() throws {
    let text =
      "\"\",PassengerId,Name,k,x,species\n"
      + rows(30) { "\"\($0 + 1)\",\(100 + $0),\"Miss \($0)\",7,\(($0 * 7) % 11).5,\($0 % 2 == 0 ? "p" : "q")" }
    let data = try read(text)
    #expect(data.inputNames == ["x"])
    #expect(data.table?.columns.map(\.role) == [.identifier, .identifier, .identifier, .constant, .number, .label])
  }

  @Test func numbersAsNamesOfColumns() throws {
    let quoted = try read(
      "\"\",\"1940\",\"1945\",\"1950\"\n" + rows(20) { "\"r\($0)\",\($0).5,\($0 * 3).25,\($0 * 7 % 11)" })
    #expect(quoted.inputNames == ["1940", "1945"] && quoted.labelName == "1950" && quoted.count == 20)
    let years = try read("Country,1960,1961,1962\n" + rows(25) { "land \($0),\($0).5,\($0 * 3).25,\($0 * 7 % 11).5" })
    #expect(years.inputNames == ["1960", "1961"] && years.count == 25)
    let texts = try read("\"\",\"x\",\"z\"\n" + rows(9) { "\"\($0 + 1)\",\"t\($0 % 3)\",\"u\($0 % 2)\"" })
    #expect(texts.count == 9 && texts.labelName == "z" && texts.inputNames.allSatisfy { $0.hasPrefix("x=") })
    #expect(try read(rows(20) { "r\($0 % 4),\(1960 + $0),\($0).5" }).count == 20)
  }

  /// A wild guess at classes must not count up to the largest number.
  @Test func aLabelOfNumbersFarApart() throws {
    let data = try read("a,y\n" + rows(40) { "\($0).5,\([0, 1, 2, 3e30][$0 % 4])" })
    #expect(data.count == 40 && data.labelName == "y")
  }

  @Test func whoTheRowsAreOfIsNotLearnedFrom() throws {
    let data = try read("id,dose,y\n" + rows(60) { "\($0 % 12 + 3),\($0 * 7 % 13).5,\($0 % 2 == 0 ? "p" : "q")" })
    #expect(data.inputNames == ["dose"] && data.table?.columns[0].role == .identifier)
    #expect(try read("x,dose,id\n" + rows(60) { "\($0 * 5 % 17).5,\($0 * 7 % 13).5,\($0 % 12)" }).labelName == "dose")
  }

  @Test(
    arguments: [
      ("age,survived,fare", "survived"), ("x1,x2,target", "target"), ("Species,w,h", "Species"), ("u,v,w", "w"),
      ("sales,u,v", "sales"), ("x,y,z", "z"),
    ])
  func labelsByName(_ header: String, _ label: String) throws {
    let data = try read(header + "\n" + rows(40) { "\($0 * 37 % 41).5,\($0 * 11 % 43).25,\($0 * 17 % 47).75" })
    #expect(data.labelName == label && data.table?.label.reason.isEmpty == false)
  }

  @Test func theFirstOfAFileWithoutNamesWhereItAloneIsAClass() throws {
    let wine = rows(60) { "\($0 % 3 + 1),\($0 * 37 % 61).5,\($0 * 11 % 67).25" }
    #expect(try read(wine).labelName == "V1")
  }

  @Test func momentsKeepTheirDifferences() throws {
    let data = try read("t,y\n" + rows(30) { "\(1_700_000_000 + $0 * 60),\(5_000_000_000 + $0 * $0)" })
    var recipe = DataRecipe(source: .file(path: "t"))
    recipe.scaling = .standardize
    recipe.labelScaling = .standardize
    let made = try data.prepared(for: recipe, coding: .value)
    #expect(Set(made.training.inputs.elements + made.test.inputs.elements).count == 30)
    for (place, row) in made.testRows.enumerated() {
      let label = made.outputTransform.label(ofOutput: made.test.targets[place, 0])
      #expect(abs(label - (5_000_000_000 + Double(row * row))) < 0.01)
    }
    #expect(made.outputNames == ["y"])
  }

  @Test func datesBecomeDays() throws {
    let data = try read("d,y\n" + rows(30) { "2024-01-\($0 < 9 ? "0" : "")\($0 + 1),\($0 * 3)" })
    #expect(data.inputNames.first == "d" && data.inputs[1, 0] - data.inputs[0, 0] == 1)
    #expect(data.inputNames.contains("d=weekday"))
    // 2024-01-01 was a Monday.
    #expect(data.inputs[0, 1] == 0 && data.inputs[6, 1] == 6)
  }

  @Test func flagsAreOneInput() throws {
    #expect(try read("a,y\nyes,1.5\nno,2.5\nYES,3.5\nno,9.25\n").inputNames.contains("a=yes"))
    let data = try read("a,y\nTRUE,1.5\nFALSE,2.5\nTRUE,3.5\nFALSE,9.25\n")
    #expect(data.inputNames == ["a"] && data.inputs.elements == [1, 0, 1, 0])
  }

  @Test func picturesInATable() throws {
    let pixels = (0..<64).map { "pixel\($0)" }.joined(separator: ",")
    let body = rows(40) { row in
      "\(row % 4)," + (0..<64).map { "\($0 % 8 == 0 ? 0 : (row * $0 * 7) % 256)" }.joined(separator: ",")
    }
    for text in ["label," + pixels + "\n" + body, body] {
      let data = try read(text)
      #expect(data.imageSize == Dataset.ImageSize(rows: 8, columns: 8))
      #expect(data.classNames == ["0", "1", "2", "3"] && data.inputs.columns == 64)
    }
  }

  @Test func tooManyInputsAreRefusedBeforeMemoryIsTaken() throws {
    let text =
      (0..<300).map { "c\($0)" }.joined(separator: ",") + ",y\n"
      + rows(6000) { row in (0..<300).map { "t\((row * 7 + $0) % 30)" }.joined(separator: ",") + ",\(row % 2)" }
    #expect(throws: DataError.self) { try read(text) }
  }

  @Test func theDescriptionAsJSON() throws {
    let data = try read("id,\"a, \"\"b\"\"\",y\n1,2,p\n2,1,q\n3,2,p\n4,1,q\n5,5,p\n")
    let json = try #require(data.table?.json)
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((parsed["columns"] as? [[String: Any]])?.map { $0["name"] as? String } == ["id", "a, \"b\"", "y"])
    #expect((parsed["left_out"] as? [String: String])?["id"] != nil)
    #expect((parsed["rows"] as? [String: Int])?["kept"] == 5)
  }

  @Test func choicesReadBack() throws {
    for text in ["fill", "auto, Age: drop-rows", "drop-rows, \"a, b: c\": category"] {
      #expect(try MissingPolicies(text: text).text == text)
    }
    for text in ["Age: number, Pclass: category", "\"#P, x\": out"] {
      #expect(try ColumnRoles(text: text).text == text)
    }
    for text in ["0.6/0.2/0.2", "0.7/0/0.3 random", "0.5/0.25/0.25 by group patient id", "0.6/0.2/0.2 by time d"] {
      #expect(try DataSplit(text: text).text == text)
    }
    for text in ["all but Name, Ticket", "Age, \"a, b\""] { #expect(try ColumnSelection(text: text).text == text) }
    #expect(throws: ChoiceError.self) { try MissingPolicies(text: "fil") }
    #expect(throws: ChoiceError.self) { try ColumnRoles(text: "Age: label") }
    for text in ["", "1", "0.5/0.5", "0.5/0.5/0.5", "nan/0/1", "0/0/1", "0.6/0.2/0.2 by moon"] {
      #expect(throws: DataSplit.TextError.self) { try DataSplit(text: text) }
    }
  }
}
