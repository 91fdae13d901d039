import { graphql } from "relay-runtime";

/** What a file without a server holds of each patch: all that rows and details show, and what its own lists need. */
export const patchesQuery = graphql`
  query asksPatchesQuery($name: String!, $first: Int!, $after: String) {
    series(name: $name) {
      patches(first: $first, after: $after) {
        edges {
          node {
            ...PatchRow_patch
            ...PatchDetail_patch
            machineVerdicts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;
