using System.CommandLine;
using Dti.Web.Access;

namespace Dti.Web.Commands;

/// <summary><c>user add</c> and <c>token</c>: accounts of a stopped or running server.</summary>
internal static class AccountCommands
{
    public static Command CreateUser()
    {
        var name = new Argument<string>("NAME") { Description = "The account's name." };
        var role = new Option<string>("--role") { Required = true, HelpName = "ROLE", Description = "officer, leader, verifier, soict, committee or admin." };
        var unit = new Option<string?>("--unit") { HelpName = "CODE", Description = "The unit of an officer or a leader." };
        var scope = new Option<string?>("--scope") { HelpName = "SCOPE", Description = "What a verifier judges: units:CODE,CODE or indicators:CODE,CODE." };
        var data = StoreOption.Data();
        var add = new Command("add", "Makes an account and prints its one-time password.") { name, role, unit, scope, data };
        add.SetAction(async (parse, cancellation) =>
        {
            await using var store = StoreOption.Open(parse.GetRequiredValue(data));
            var units = Inputs.Units();
            Console.Out.WriteLine(await store.GetRequiredService<Accounts>().AddAsync(
                parse.GetRequiredValue(name), parse.GetRequiredValue(role), parse.GetValue(unit), parse.GetValue(scope),
                code => units.Find(code) is not null, cancellation: cancellation));
            return 0;
        });
        var reset = new Command("reset", "Gives an account a new one-time password and prints it.") { name, data };
        reset.SetAction(async (parse, cancellation) =>
        {
            await using var store = StoreOption.OpenExisting(parse.GetRequiredValue(data));
            Console.Out.WriteLine(await store.GetRequiredService<Accounts>().ResetPasswordAsync(parse.GetRequiredValue(name), cancellation: cancellation));
            return 0;
        });
        return new Command("user", "Accounts.") { add, reset };
    }

    public static Command CreateToken()
    {
        var name = new Argument<string>("NAME") { Description = "The account's name." };
        var data = StoreOption.Data();
        var command = new Command("token", "Prints a bearer token with the account's rights.") { name, data };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var store = StoreOption.OpenExisting(parse.GetRequiredValue(data));
            Console.Out.WriteLine(await store.GetRequiredService<Accounts>().IssueTokenAsync(parse.GetRequiredValue(name), cancellation: cancellation));
            return 0;
        });
        return command;
    }
}
