extension DataError.Place: CustomStringConvertible {
  /// `iris.csv:14:3`
  public var description: String {
    ([file.printable] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}

extension DataError: CustomStringConvertible {
  /// One line: `iris.csv:14:3: expected a number, found "n/a"`
  public var description: String {
    place.map { "\($0): \(problem.message)" } ?? problem.message
  }

  /// What may help, where something may.
  public var hint: String? { problem.hint }
}

extension DataError.Problem {
  /// The sentence that says what is wrong.
  public var message: String {
    switch self {
    case .notFound: "no such file"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .empty: "the file is empty"
    case .tooLarge(let limit): "too large: more than \(limit)"
    case .notUTF8: "the text is not UTF-8"
    case .binary: "not a text: there are zero bytes in it"
    case .foreign(let format): "\(format.rawValue), which is not read"
    case .noRows: "there are no rows below the header"
    case .noInputs(let leftOut):
      leftOut.isEmpty
        ? "there is no column beside the label"
        : "there is no column to learn from beside the label: \(leftOut.prefix(3).joined(separator: ", "))"
    case .unknownLabel(let name, _): "there is no column \(quoted(name)) for the label"
    case .ragged(let expected, let found): "expected \(cells(expected)), found \(found)"
    case .missing(let column): "the cell of column \(quoted(column)) is empty"
    case .notANumber(let text): "expected a number, found \(quoted(text))"
    case .notFinite(let text): "expected a finite number, found \(quoted(text))"
    case .unclosedQuote: "a quoted cell is not closed"
    case .textAfterQuote: "text after the closing quote of a cell"
    case .tooManyCategories(let column, let limit):
      "the column \(quoted(column)) has more than \(limit) different values to tell apart"
    case .oneClass(let name): "every row has the label \(quoted(name)); there is nothing to learn"
    case .emptyLabel(let name): "every cell of the label \(quoted(name)) is missing"
    case .labelsAllDifferent(let name):
      "the label \(quoted(name)) is a different text in every row; there is nothing to learn"
    case .tooManyInputs(let inputs, let rows): "\(inputs) inputs for \(rows) rows are more than fit: 50 million numbers"
    case .tooManyOutputs(let classes, let rows):
      "\(classes) classes for \(rows) rows are more than fit: 50 million numbers"
    case .badAttribute(let text): "expected @attribute NAME KIND, found \(quoted(text))"
    case .sparse: "rows in braces (sparse ARFF) are not read"
    case .badJSON(let reason): "not a list of records: \(reason)"
    case .badArray(let reason): "not a NumPy array that can be read: \(reason)"
    case .notIDX: "not an IDX file"
    case .cutShort(let expected, let found): "cut short: expected \(expected) bytes, found \(found)"
    case .badGzip: "the compressed data are damaged"
    case .noLabels(let expected):
      "found no labels beside the file, such as \(expected.map(quoted).joined(separator: ", "))"
    case .labelCount(let labels, let rows): "\(labels) labels for \(rows) rows"
    case .notLabels: "expected a list of labels: one whole number a row, from 0"
    case .testWithoutFile: "a test file goes with a file that is learned from, not with samples that are made"
    case .testIsSource: "the test file is the one that is learned from"
    case .testForm(let isTable):
      isTable
        ? "not a table, as the file that is learned from is" : "not an array, as the file that is learned from is"
    case .testLacks(let names, _):
      "the test file has no column \(names.prefix(5).map(quoted).joined(separator: ", ")), which the file that is learned from has"
    case .testInputs(let expected, let found):
      "rows of \(found) cannot test what is learned from rows of \(expected)"
    case .unknownClass(let name): "the class \(quoted(name)) is in no row that is learned from"
    case .noPatterns: "there is no pattern in the text"
    case .notAMark(let text): "expected # or ., found \(quoted(text))"
    case .raggedPattern(let expected, let found): "expected a row of \(expected), found \(found)"
    case .patternSize(let expected, let found): "the pattern is \(found), those before it are \(expected)"
    case .noSuchColumn(let name, _): "there is no column \(quoted(name))"
    case .timeGap(let expected, let found): "expected time \(expected), found \(quoted(found))"
    case .sequenceTwice(let name): "the sequence \(quoted(name)) has ended above and goes on here"
    case .noSuchInput(let name, _): "there is no input \(quoted(name))"
    case .numbersForClasses: "the label is a number, but the output wants classes"
    case .emptyPart(let rows): "\(rows) rows are too few for all parts of the split"
    case .fewGroups(let groups, let folds): "\(folds) folds need as many groups, there are \(groups)"
    case .classesForNumbers: "the label is a class, but the output wants numbers"
    }
  }

  var hint: String? {
    switch self {
    case .foreign(let format): format.way
    case .testLacks(let names, let available): names.first.flatMap { Names.hint(for: $0, among: available) }
    case .testIsSource: "without data.test, data.split keeps some of its rows for a test"
    case .unknownClass: "take its rows out of the test file, or add some to the other"
    case .sparse: "save the file in dense form"
    case .unknownLabel(let name, let available), .noSuchInput(let name, let available),
      .noSuchColumn(let name, let available):
      Names.hint(for: name, among: available)
    case .notANumber, .notFinite, .missing: "mend the cell or take the row out"
    case .tooManyCategories, .labelsAllDifferent, .oneClass, .emptyLabel: "name another column with data.label"
    case .noInputs(let leftOut):
      leftOut.isEmpty ? nil : "say what a column is with data.columns, such as NAME: category"
    case .tooManyInputs: "choose the columns to learn from with data.inputs"
    case .tooManyOutputs: "name another column with data.label, or take fewer rows with data.samples"
    case .unclosedQuote, .textAfterQuote: "a quote within a quoted cell is written twice"
    case .notUTF8: "save the file as UTF-8"
    case .binary: "save the table as CSV"
    case .numbersForClasses: "set data.task to classification"
    case .noPatterns, .notAMark: "draw with # for ink and . for none; a line such as A: names a pattern"
    case .raggedPattern: "make every row equally long"
    case .patternSize: "draw all patterns equally wide and high"
    case .timeGap: "count the steps of a sequence up by 1, without a gap"
    case .sequenceTwice: "keep the lines of a sequence together"
    case .noLabels: "name the labels' file with data.label"
    case .notFound, .unreadable, .empty, .tooLarge, .noRows, .ragged, .badAttribute, .badJSON, .badArray,
      .notIDX, .cutShort, .badGzip, .labelCount, .notLabels, .classesForNumbers, .emptyPart, .fewGroups,
      .testWithoutFile, .testForm, .testInputs:
      nil
    }
  }

  private func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
}

/// A text from a file as a message shows it: without control characters, not too long, in quotes.
func quoted(_ text: String) -> String {
  let clean = text.printable
  return clean.count > 60 ? "\"\(clean.prefix(57))…\"" : "\"\(clean)\""
}
