using System.Xml.Linq;
using Dapper;
using Dti.Assessment.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Dti.Web.Access;

/// <summary>Keys of the sign-in cookie in the store, so that every server of a cluster reads the cookies of the others.</summary>
internal sealed class SessionKeys(IDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.Open();
        return [.. connection.Query<string>("SELECT xml FROM session_key ORDER BY id").Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.Open();
        connection.Execute(
            "INSERT INTO session_key (id, xml) VALUES (@id, @xml) ON CONFLICT DO NOTHING",
            new { id = friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) });
    }
}
