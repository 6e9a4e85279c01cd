using DbUp.Builder;
using DbUp.Engine;
using DbUp.Support;

namespace Dti.Assessment.Storage;

/// <summary>Numbered steps run once each; scripts under <c>Always</c> (texts kept as rows) run at every start.</summary>
internal static class SchemaSteps
{
    public static void Run(UpgradeEngineBuilder engine, string store, string place)
    {
        var folder = $"{typeof(SchemaSteps).Namespace}.{store}.";
        var assembly = typeof(SchemaSteps).Assembly;
        var result = engine
            .WithScriptsEmbeddedInAssembly(assembly, name => Is(name) && !IsAlways(name), new SqlScriptOptions { RunGroupOrder = 1 })
            .WithScriptsEmbeddedInAssembly(assembly, name => Is(name) && IsAlways(name), new SqlScriptOptions { ScriptType = ScriptType.RunAlways, RunGroupOrder = 2 })
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new StoreFault(
                "schema_failed",
                $"The schema of {place} could not be brought up to date (step {result.ErrorScript?.Name ?? "unknown"}): {result.Error.Message}",
                result.Error);
        }

        bool Is(string name) => name.StartsWith(folder, StringComparison.Ordinal);
        static bool IsAlways(string name) => name.Contains(".Always.", StringComparison.Ordinal);
    }
}
