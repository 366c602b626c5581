/// A terminal type that the program carries with it, compiled (`Terminfo/descent.ti` is the source, and says how).
struct EmbeddedTerminfo: Sendable {
  let type: String
  /// The compiled entry, as the environment variable TERMINFO takes it.
  let entry: String

  /// 256 colours, on any terminal that understands what xterm, tmux and screen all do.
  static let palette = EmbeddedTerminfo(
    type: "descent-256color",
    entry: """
      b64:HgI0ABoADwBpAecBZGVzY2VudC0yNTZjb2xvcnx4dGVybSBhbmQgaXRzIGtpbiB3aXRoIDI1NiBjb2xvdXJzAAABAAABAAAAAAAAAAAB\
      AQAAAAAAAAAAAAABUAAAAP____8YAAAA_____________________________________________________wABAAAAAAEA__8AAAIABAD_\
      _xUAHQAhACUA__8wAEEAQwBHAE4A__9QAFcA__9bAP__XwBjAP__________ZwBsAP__dQB6AP____9_AIQAiQD_____jgCSAP__mwCgAKYA\
      _____________________6wA____________________________________________________________________________________\
      ____________________________________________________sAC5AMIAywD__9QA3QDmAP__7wD_____________________________\
      -AD7AAYBCQELAQ4B____________________________________________________________________________________________\
      ____________________________________________________________________________________________________________\
      ____________________________________________________________________________________________________________\
      _________________________________________________________08B________________________________________________\
      ________________________VAH__________________________________10B________________________YgH_________________\
      _________________________________________________________________________________2gBpwEHAA0AG1slaSVwMSVkOyVw\
      MiVkcgAbW0gbWzJKABtbSwAbW0oAG1slaSVwMSVkRwAbWyVpJXAxJWQ7JXAyJWRIAAoAG1tIABtbPzI1bAAIABtbPzI1aAAbW0MAG1tBABtb\
      UAAbW00AG1sxbQAbWz8xMDQ5aAAbWzJtABtbNGgAG1s3bQAbWzdtABtbNG0AG1ttABtbPzEwNDlsABtbNGwAG1syN20AG1syNG0AG1tMABtb\
      JXAxJWRQABtbJXAxJWRNABtbJXAxJWRCABtbJXAxJWRAABtbJXAxJWRMABtbJXAxJWREABtbJXAxJWRDABtbJXAxJWRBABs4ABtbJWklcDEl\
      ZGQAGzcACgAbTQAbWzAlPyVwNiV0OzElOyU_JXA1JXQ7MiU7JT8lcDIldDs0JTslPyVwMSVwMyV8JXQ7NyU7JT8lcDQldDs1JTttABtbMUsA\
      G1szOTs0OW0AG1szbQAbWzIzbQAbWyU_JXAxJXs4fSU8JXQzJXAxJWQlZSVwMSV7MTZ9JTwldDklcDElezh9JS0lZCVlMzg7NTslcDElZCU7\
      bQAbWyU_JXAxJXs4fSU8JXQ0JXAxJWQlZSVwMSV7MTZ9JTwldDEwJXAxJXs4fSUtJWQlZTQ4OzU7JXAxJWQlO20A
      """
  )

  /// The same with 24-bit colour. Colours below 16 are the ANSI ones; the others are 0xrrggbb.
  static let direct = EmbeddedTerminfo(
    type: "descent-direct",
    entry: """
      b64:HgI0ABoADwBpAUMCZGVzY2VudC1kaXJlY3R8eHRlcm0gYW5kIGl0cyBraW4gd2l0aCAyNC1iaXQgY29sb3VyAAABAAABAAAAAAAAAAAB\
      AQAAAAAAAAAAAAABUAAAAP____8YAAAA_____________________________________________________wAAAAEAAAEA__8AAAIABAD_\
      _xUAHQAhACUA__8wAEEAQwBHAE4A__9QAFcA__9bAP__XwBjAP__________ZwBsAP__dQB6AP____9_AIQAiQD_____jgCSAP__mwCgAKYA\
      _____________________6wA____________________________________________________________________________________\
      ____________________________________________________sAC5AMIAywD__9QA3QDmAP__7wD_____________________________\
      -AD7AAYBCQELAQ4B____________________________________________________________________________________________\
      ____________________________________________________________________________________________________________\
      ____________________________________________________________________________________________________________\
      _________________________________________________________08B________________________________________________\
      ________________________VAH__________________________________10B________________________YgH_________________\
      _________________________________________________________________________________2gB1QEHAA0AG1slaSVwMSVkOyVw\
      MiVkcgAbW0gbWzJKABtbSwAbW0oAG1slaSVwMSVkRwAbWyVpJXAxJWQ7JXAyJWRIAAoAG1tIABtbPzI1bAAIABtbPzI1aAAbW0MAG1tBABtb\
      UAAbW00AG1sxbQAbWz8xMDQ5aAAbWzJtABtbNGgAG1s3bQAbWzdtABtbNG0AG1ttABtbPzEwNDlsABtbNGwAG1syN20AG1syNG0AG1tMABtb\
      JXAxJWRQABtbJXAxJWRNABtbJXAxJWRCABtbJXAxJWRAABtbJXAxJWRMABtbJXAxJWREABtbJXAxJWRDABtbJXAxJWRBABs4ABtbJWklcDEl\
      ZGQAGzcACgAbTQAbWzAlPyVwNiV0OzElOyU_JXA1JXQ7MiU7JT8lcDIldDs0JTslPyVwMSVwMyV8JXQ7NyU7JT8lcDQldDs1JTttABtbMUsA\
      G1szOTs0OW0AG1szbQAbWzIzbQAbWyU_JXAxJXs4fSU8JXQzJXAxJWQlZSVwMSV7MTZ9JTwldDklcDElezh9JS0lZCVlMzg7MjslcDElezY1\
      NTM2fSUvJWQ7JXAxJXsyNTZ9JS8lezI1NX0lJiVkOyVwMSV7MjU1fSUmJWQlO20AG1slPyVwMSV7OH0lPCV0NCVwMSVkJWUlcDElezE2fSU8\
      JXQxMCVwMSV7OH0lLSVkJWU0ODsyOyVwMSV7NjU1MzZ9JS8lZDslcDElezI1Nn0lLyV7MjU1fSUmJWQ7JXAxJXsyNTV9JSYlZCU7bQAAAQAA\
      AAAAAQAEAAEAAABSR0IA
      """
  )
}
