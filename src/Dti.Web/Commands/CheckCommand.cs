using System.CommandLine;
using Dti.Assessment.IndicatorSets;

namespace Dti.Web.Commands;

internal static class CheckCommand
{
    public static Command Create()
    {
        var sets = new Argument<string[]>("SET") { Description = "Indicator set files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        sets.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.Where(token => token.Value.StartsWith('-')))
                result.AddError($"Unrecognized option '{word.Value}'.");
        });
        var command = new Command("check", "Validates indicator sets; every fault with file:line:column, code, and what would be right.") { sets };
        command.SetAction(parse => CheckReport.Check(parse.GetRequiredValue(sets), Console.Out));
        return command;
    }
}
