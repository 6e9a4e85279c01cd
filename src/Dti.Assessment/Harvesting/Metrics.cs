namespace Dti.Assessment.Harvesting;

/// <summary>Names of measured values, as indicator sets and files write them.</summary>
public static class Metrics
{
    public const string DatasetsPublished = "datasets_published";
    public const string DatasetsOpenLicence = "datasets_open_licence";
    public const string DatasetsMachineReadable = "datasets_machine_readable";

    /// <summary>The unit of all three.</summary>
    public const string Dataset = "dataset";
}
