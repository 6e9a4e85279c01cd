using Dti.Reports.Rankings;

namespace Dti.Reports.Workbooks;

public static class RankingWorkbook
{
    public static byte[] Bytes(PublishedEdition published) => [];
}
