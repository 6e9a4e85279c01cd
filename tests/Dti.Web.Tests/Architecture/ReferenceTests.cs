using System.Reflection;
using ArchUnitNET.Loader;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Reports;
using Dti.Scoring.Sets;
using Dti.Web.Hosting;
using Orleans;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace Dti.Web.Tests.Architecture;

/// <summary>Scoring ← Assessment ← Reports ← Web, and nothing across.</summary>
public sealed class ReferenceTests
{
    private static readonly Assembly[] Line = [typeof(IndicatorSet).Assembly, typeof(Round).Assembly, typeof(ReportException).Assembly, typeof(ServerHost).Assembly];
    private static readonly ArchUnitNET.Domain.Architecture Loaded = new ArchLoader().LoadAssemblies(Line).Build();

    [Fact]
    public void References_form_one_straight_line()
    {
        for (int earlier = 0; earlier < Line.Length; earlier++)
        {
            for (int later = earlier + 1; later < Line.Length; later++)
            {
                var rule = Types().That().ResideInAssembly(Line[earlier]).Should().NotDependOnAny(Types().That().ResideInAssembly(Line[later]));
                rule.HasNoViolations(Loaded).ShouldBeTrue($"{Line[earlier].GetName().Name} depends on {Line[later].GetName().Name}");
            }
        }
    }

    [Fact]
    public void Scoring_depends_on_no_package() =>
        Line[0].GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void No_grain_class_is_public()
    {
        var grains = Line[1].GetTypes().Where(type => type.IsSubclassOf(typeof(Grain))).ToList();

        grains.Count.ShouldBeGreaterThan(4);
        grains.Where(grain => grain.IsVisible).ShouldBeEmpty();
    }

    [Fact]
    public void Every_stored_state_is_journaled()
    {
        var states = Line[1].GetTypes().Where(type => type.IsSubclassOf(typeof(Grain)))
            .SelectMany(grain => grain.GetConstructors().SelectMany(constructor => constructor.GetParameters()))
            .Where(parameter => parameter.GetCustomAttribute<PersistentStateAttribute>() is not null)
            .Select(parameter => parameter.ParameterType.GetGenericArguments().Single()).ToList();

        states.Count.ShouldBeGreaterThan(4);
        states.Where(state => !state.IsAssignableTo(typeof(IJournaled))).ShouldBeEmpty();
    }
}
