using System.CommandLine;
using Dti.Assessment.Storage;
using Dti.Web.Access;

namespace Dti.Web.Commands;

/// <summary>The data folder a command works on, and the store in it.</summary>
internal static class StoreOption
{
    public static Option<string> Data() => new("--data") { HelpName = "DIR", Description = "The data folder.", DefaultValueFactory = _ => "var" };

    public static IConfiguration Configuration() => new ConfigurationBuilder().AddEnvironmentVariables().Build();

    /// <summary>As <see cref="Open"/>, of a store that is there already: a mistyped folder does not become a new one.</summary>
    public static ServiceProvider OpenExisting(string folder) =>
        Directory.Exists(folder) || StoreOptions.From(Configuration(), folder).UsesPostgres
            ? Open(folder)
            : throw new CommandException(1, $"{folder}: there is no such data folder; name one with --data");

    /// <summary>The store without grains, for commands beside a stopped or running server.</summary>
    public static ServiceProvider Open(string folder) => new ServiceCollection()
        .AddLogging()
        .AddDtiDatabase(StoreOptions.From(Configuration(), folder))
        .AddSingleton<Accounts>()
        .BuildServiceProvider();
}
