namespace Dti.Web.Api;

/// <summary>The reports of a published edition, made of its file.</summary>
public interface IEditionReports
{
    Task<byte[]> Workbook(string id);

    Task<byte[]> Pdf(string id);

    Task<byte[]> Statistics(string id);
}
