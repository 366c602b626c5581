import Datasets

extension Mistake.Place: CustomStringConvertible {
  /// The start of the message: `spiral.yaml:6:20`, or the option as it was typed.
  public var description: String {
    switch self {
    case .file(let path, let line, let column):
      ([path.printable] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    case .option(let text): text.printable
    }
  }
}

extension Mistake: CustomStringConvertible {
  /// One line: `spiral.yaml:6:20: there is no activation "tanj"`
  public var description: String {
    switch (place, problem) {
    case (nil, .data(let error)): error.description
    case (let place?, _): "\(place): \(problem.message)"
    case (nil, _): problem.message
    }
  }

  /// What may help, where something may: `did you mean tanh?`
  public var hint: String? { problem.hint }
}

extension Mistake.Problem {
  /// The sentence that says what is wrong.
  var message: String {
    switch self {
    case .noSuchSource(let name, _): "there is no demo, data set or file \(quoted(name))"
    case .noSuchFile(let path): "there is no file \(quoted(path))"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .notUTF8: "the text is not UTF-8"
    case .tooLarge(let limit): "too large: more than \(limit)"
    case .data(let error): error.place == nil ? error.problem.message : error.description
    case .syntax(let problem): "not YAML: \(problem.printable)"
    case .duplicateKeys(let keys): "\(keys.map(quoted).joined(separator: ", ")) is given twice"
    case .unknownKey(let key, _, _): "there is no setting \(quoted(key))"
    case .unknownName(let kind, let name, _): "there is no \(kind) \(quoted(name))"
    case .wrongType(let expected, let found): "expected \(expected), found \(found)"
    case .impossible(let expected, let found): "expected \(expected), found \(found)"
    case .layerCount(let activations, let hidden):
      "\(activations) activations are given for \(counted(hidden, "hidden layer"))"
    case .mismatch(let mismatch): mismatch.description
    case .notAnAssignment(let text): "expected KEY=VALUE, found \(quoted(text))"
    case .axes(let error): error.description
    case .plane(let error): error.description
    case .columns(let error): error.message
    case .split(let error): error.message
    case .emptyStep: "a step says, asks, sets or runs something; this one does not"
    case .unclearRun(let text): "cannot run \(quoted(text))"
    case .answerNotAChoice(let answer, _): "the answer \(quoted(answer)) is none of the choices"
    case .formula(let error): error.message
    case .notWeights(let reason): "not a safetensors file: \(reason)"
    case .missingTensor(let name): "the tensor \(quoted(name)) is missing"
    case .surplusTensor(let name): "the network has no tensor \(quoted(name))"
    case .wrongShape(let tensor, let expected, let found):
      "the tensor \(quoted(tensor)) has the shape \(found), the network needs \(expected)"
    case .wrongNumberType(let tensor, let type):
      "the tensor \(quoted(tensor)) has numbers of type \(quoted(type)), expected F32"
    case .notFinite(let tensor): "the tensor \(quoted(tensor)) has a number that is not finite"
    case .noSavedRun: "there is no run to go on with"
    case .damagedRun: "the saved run does not fit its data, or is damaged"
    case .unknownRunVersion(let version): "the run was saved in form \(version), which this version does not know"
    case .changedData(let source): "the data \(quoted(source)) have changed since the run was left"
    case .otherKind(let present, let other): "\(present.words) cannot become \(other.words)"
    case .noPart(let setting, let kind): "\(setting) has no part in \(kind.words)"
    case .notFor(let command, let kind): "\(kind.words) has \(command)"
    case .cannotWrite(let reason): "cannot be written: \(reason)"
    }
  }

  var hint: String? {
    switch self {
    case .noSavedRun, .damagedRun, .unknownRunVersion: "begin anew, such as: descent spiral"
    case .otherKind: "open another experiment with e"
    case .changedData(let source): "begin anew: descent \(source)"
    case .noSuchSource(let name, let demos):
      Names.nearest(to: name, among: demos).map { "did you mean \($0)?" } ?? "descent list shows the demos"
    case .unknownKey(_, let suggestion, let known):
      suggestion.map { "did you mean \($0)?" } ?? "there are: " + known.joined(separator: ", ")
    case .unknownName(_, let name, let known): Names.hint(for: name, among: known)
    case .answerNotAChoice(let answer, let choices): Names.hint(for: answer, among: choices)
    case .unclearRun: "such as: 20 epochs; 100 updates; until train_cost < 0.1 or 300 epochs"
    case .formula(let error): error.hint
    case .axes(let error): error.hint
    case .plane(let error): error.hint
    case .columns(let error): error.hint
    case .split(let error): error.hint
    case .data(let error): error.hint
    case .noSuchFile, .unreadable, .notUTF8, .tooLarge, .syntax, .duplicateKeys, .wrongType, .impossible, .layerCount,
      .mismatch, .notAnAssignment, .emptyStep, .notWeights, .missingTensor, .surplusTensor, .wrongShape,
      .wrongNumberType, .notFinite, .noPart, .notFor, .cannotWrite:
      nil
    }
  }
}

/// A text from outside as a message shows it: without control characters, not too long, in quotes.
func quoted(_ text: String) -> String {
  let clean = text.printable
  return clean.count > 60 ? "\"\(clean.prefix(57))…\"" : "\"\(clean)\""
}

private func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
