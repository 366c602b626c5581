import Experiments

extension Experiment {
  /// All that the learner is told of what will happen: the summary's and the lesson's sentences, and the right answers.
  var sentences: [String] {
    ([summary] + lesson.flatMap { [$0.say, $0.question?.text].compactMap { $0 } }).flatMap(Experiment.sentences)
      + lesson.compactMap(\.question).compactMap { question in question.answer.map { question.choices[$0] } }
  }

  /// Splits where a full stop, an exclamation or a question mark ends a word.
  private static func sentences(_ text: String) -> [String] {
    var list: [String] = []
    for word in text.split(separator: " ") {
      if let last = list.last, !last.isEmpty, !".?!".contains(last.last!) {
        list[list.count - 1] += " \(word)"
      } else {
        list.append(String(word))
      }
    }
    return list
  }
}

/// What makes a sentence one that has to be checked: a number, or a word that says how something goes or compares.
enum ClaimWords {
  static let all: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "fifty",
    "hundred",
    "half", "twice", "once", "times", "double", "tenth", "millionth", "single",
    "rise", "rises", "fall", "falls", "grow", "grows", "shrink", "shrinks", "larger", "smaller", "higher", "lower",
    "deeper",
    "lowest", "highest", "faster", "slower", "slowly", "steeper", "fewer", "more", "few", "firmly",
    "stay", "stays", "leave", "leaves", "stop", "stops", "rest", "rests", "stuck", "wait", "waits", "move", "moves",
    "creeps",
    "never", "always", "ever", "only", "every", "everyone", "each", "all", "nothing", "nobody", "none", "no", "cannot",
    "hardly", "nearly", "almost", "enough", "long", "still", "equal", "same", "needs", "learns", "finds", "breaks",
    "break",
    "overlap", "bounces", "bounce", "overshoots", "cancel", "trembles", "downhill", "saturated", "wrong", "helps",
    "help",
    "roll", "rolls", "hill", "flat", "straight", "yes",
  ]

  /// Whether a sentence has a number or one of the words.
  static func occur(in sentence: String) -> Bool {
    let words = sentence.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.contains { $0.contains(where: \.isNumber) || all.contains(String($0)) }
  }
}
