namespace Dti.Reports.Tests.Samples;

/// <summary>One browser and one printed report for every test that looks at paper.</summary>
[CollectionDefinition(Name)]
public sealed class PrintedSampleCollection : ICollectionFixture<PrintedSample>
{
    public const string Name = "printed sample";
}
